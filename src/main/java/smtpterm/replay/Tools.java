package smtpterm.replay;

/**
 * What the parts of a player share.
 *
 * @param masks hides secrets
 * @param names what names stand for
 * @param secrets where they come from and may go
 * @param logins computes answers
 * @param filling fills in
 * @param expecting compares
 * @param attachments finds files
 */
record Tools(
    Masks masks,
    Names names,
    Secrets secrets,
    Logins logins,
    Filling filling,
    Expecting expecting,
    Attachments attachments) {
  static Tools of(Manner manner, Audience audience) {
    Masks masks = new Masks();
    Names names = new Names(manner.variables());
    Secrets secrets = new Secrets(manner, names, audience, masks);
    Logins logins = new Logins(masks);
    Filling filling = new Filling(names, secrets, logins, manner.clock());
    return new Tools(
        masks,
        names,
        secrets,
        logins,
        filling,
        new Expecting(names, filling, manner.exact()),
        new Attachments(manner.folder()));
  }
}

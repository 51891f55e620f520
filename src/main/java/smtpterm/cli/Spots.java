package smtpterm.cli;

import smtpterm.report.Complaint;
import smtpterm.script.Place;
import smtpterm.script.Sources;

/**
 * Finds the lines that complaints about a file point at.
 *
 * @param file as the user named it
 * @param sources its lines, and those of the files that it includes
 */
record Spots(String file, Sources sources) {
  /** A place with the line that stands there; one that names no file is in this one. */
  Complaint.Spot of(Place at) {
    boolean own = at.file().isEmpty();
    Place named = own ? new Place(file, at.line(), at.column()) : at;
    String line = sources.line(at).or(() -> sources.line(named)).orElse("");
    return new Complaint.Spot(named.file(), at.line(), at.column(), line);
  }
}

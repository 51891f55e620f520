package smtpterm.shell;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;
import smtpterm.knowledge.Catalog;
import smtpterm.knowledge.Explainer;
import smtpterm.protocol.LineKind;
import smtpterm.protocol.Phase;
import smtpterm.replay.Outcome;
import smtpterm.screen.Layout;
import smtpterm.screen.Look;
import smtpterm.screen.Renderer;
import smtpterm.session.Notice;
import smtpterm.session.Turn;
import smtpterm.text.Language;
import smtpterm.text.Texts;
import smtpterm.typing.Completion;
import smtpterm.typing.Here;
import smtpterm.typing.Memory;
import smtpterm.typing.StatusLine;

/** One run of the interactive terminal, from the first line on the screen to the last. */
public final class TerminalSession {
  /** So long the end may be held up by a last word. */
  private static final Duration LAST_WORD = Duration.ofSeconds(1);

  /** How many lines of a mail are shown; more of them help nobody on a screen. */
  private static final long MOST_LINES = 1_000;

  private final Setup setup;
  private final Settings settings;
  private final Conversation conversation;
  private final TlsOffers offers = new TlsOffers();
  private final Fetched fetched = new Fetched();
  private final Memory memory = new Memory();
  private Sending sending;
  private InputHints hints;
  private LoginWatch watch;
  private ByHand byHand;
  private Screen screen;
  private Connecting connecting;
  private Tour tour;
  private Playing playing;
  private Shell shell;
  private WarmUp warmUp;

  private TerminalSession(Setup setup) {
    this.setup = setup;
    this.settings =
        new Settings(setup.preferences(), setup.terms().timeout(), setup.terms().tlsRequired());
    this.conversation = new Conversation(setup.terms(), settings, setup.recording(), this::heard);
  }

  /**
   * Runs the terminal until the user leaves.
   *
   * @return false when the first connection failed
   * @throws IOException when there is no terminal
   */
  public static boolean run(Setup setup, Texts texts, Catalog catalog, Explainer explainer)
      throws IOException {
    try (Tty tty = Tty.open(setup.charset())) {
      return run(tty, setup, texts, catalog, explainer);
    }
  }

  /** Runs in this terminal. */
  static boolean run(Tty tty, Setup setup, Texts texts, Catalog catalog, Explainer explainer)
      throws IOException {
    TerminalSession session = new TerminalSession(setup);
    session.prepare(tty, texts, catalog, explainer);
    return session.attended(
        () -> {
          boolean connected = setup.place().map(session.connecting::connect).orElse(true);
          session.shell.run();
          return connected;
        });
  }

  /**
   * Plays a session file in the terminal, and leaves it to the user at the end where he wants that.
   *
   * @throws IOException when there is no terminal
   */
  public static Outcome play(
      Setup setup, Performance performance, Texts texts, Catalog catalog, Explainer explainer)
      throws IOException {
    try (Tty tty = Tty.open(setup.charset())) {
      TerminalSession session = new TerminalSession(setup);
      session.prepare(tty, texts, catalog, explainer);
      return session.attended(() -> session.playing.perform(performance, session.shell));
    }
  }

  private void prepare(Tty tty, Texts texts, Catalog catalog, Explainer explainer)
      throws IOException {
    WarmUp.explain(explainer);
    settings.follow(Preference.LANG, tag -> Language.tagged(tag).ifPresent(texts::speak));
    boolean coloured = setup.colour() && !tty.dumb();
    Colours colours = Colours.of(tty.terminal(), coloured);
    settings.follow(Preference.THEME, colours::set);
    Look look = new Look(coloured, setup.unicode(), tty::columns, colours::palette);
    Layout layout = new Layout(look);
    Histories histories = new Histories(new HistoryFile(setup.history()));
    // The table of local commands needs the screen, and the screen the editor, which completes
    // them.
    AtomicReference<LocalCommands> commands = new AtomicReference<>();
    Topics topics = new Topics(catalog, texts, () -> commands.get().table());
    hints = new InputHints(topics, histories::commandsNewestFirst);
    Completion completion = completion(catalog, texts);
    Supplier<InputAid> aids =
        () ->
            new InputAssistant(
                conversation,
                settings,
                hints,
                layout,
                new StatusLine(texts, look, setup.emoji(), System::nanoTime),
                completion,
                () -> screen);
    InputAid assistant = aids.get();
    warmUp = new WarmUp(aids, look);
    LineEditor editor =
        tty.dumb()
            ? new PlainEditor(tty.terminal(), assistant)
            : new JLineEditor(tty.terminal(), assistant, histories, look);
    colours.settle();
    editor.typedBefore(colours.typed());
    settings.follow(Preference.KEYS, value -> editor.likeVi(value.equals("vi")));
    screen =
        new Screen(
            editor,
            layout,
            new Renderer(
                layout,
                texts,
                explainer,
                new Renderer.Options(
                    settings::level,
                    settings::revealed,
                    MOST_LINES,
                    this::remark,
                    () -> settings.on(Preference.WIRE))),
            texts);
    sending = new Sending(conversation, screen, histories, settings);
    connecting = new Connecting(conversation, screen, setup.practice(), setup.profiles());
    commands.set(commands(editor, topics, histories));
    signals(tty, editor);
    shell = new Shell(editor, screen, conversation, sending, commands.get());
  }

  /** Whatever takes time, such as the name of this computer, is looked up beside. */
  private Completion completion(Catalog catalog, Texts texts) {
    setup.practice().map(Practice::addresses).ifPresent(memory::accounts);
    LongSupplier random = () -> ThreadLocalRandom.current().nextLong();
    Here here = new Here(ThisComputer.inBackground(), Clock.system(ZoneId.systemDefault()), random);
    return new Completion(catalog, texts, memory, here);
  }

  private LocalCommands commands(LineEditor editor, Topics topics, Histories histories) {
    memory.earlier(histories.commandsNewestFirst());
    LocalCommands commands = new LocalCommands(conversation, screen, settings, topics, editor);
    SecretQuestions questions = new SecretQuestions(conversation, screen, editor);
    Login.Tools tools = new Login.Tools(conversation, screen, sending);
    LoginWords words = new LoginWords(screen, settings, topics.catalog());
    watch = new LoginWatch(conversation, words);
    byHand = new ByHand(tools, questions, watch, words);
    Login login = new Login(tools, questions, watch, words);
    MessageSending message = new MessageSending(conversation, screen, sending);
    tour = new Tour(setup.practice(), conversation, connecting, sending, screen);
    InboxCommand inbox = new InboxCommand(setup.practice(), screen);
    TlsCommand tls = new TlsCommand(conversation, screen, connecting, setup.practice());
    commands.add(
        "connect",
        new PlaceCompleter(connecting, conversation, () -> histories.arguments("connect")),
        connecting::run);
    LookAround around = new LookAround(setup.lookUp(), conversation, screen);
    commands.add(
        "mx",
        argument -> around.complete(argument, histories.arguments("mx"), memory.addresses()),
        around::run);
    commands.add("tls", tls::complete, tls::run);
    LoginCompleter names = new LoginCompleter(conversation, topics, memory.addresses());
    commands.add("login", names, login::run);
    commands.add("answer", names.namesOnly(), byHand::run);
    commands.add("send", FileNames::complete, message::data);
    commands.add("bdat", FileNames::complete, message::bdat);
    RecordCommand record = new RecordCommand(setup.recording(), screen);
    setup.recording().onTrouble(record::broken);
    commands.add("record", RecordCommand::completeRecord, record::record);
    commands.add("save", RecordCommand::completeSave, record::save);
    ShowCommand show = new ShowCommand(conversation, screen, sending, fetched);
    commands.add("show", new ShowCompleter(memory.maildrop(), topics.texts()), show::run);
    if (setup.practice().isPresent()) {
      commands.add(
          "inbox",
          LocalCommand.described(inbox::complete, inbox::describe),
          mailbox -> {
            inbox.run(mailbox);
            tour.looked();
          });
    }
    commands.add("tour", Tour.COMPLETER, tour::run);
    Presenter.Tools stage =
        new Presenter.Tools(conversation, screen, editor, settings, questions, () -> shell.aside());
    playing = new Playing(stage, connecting, sending);
    PlayCommand play = new PlayCommand(playing, stage, setup.practice(), () -> shell.quit());
    commands.add("play", play::complete, play::run);
    return commands;
  }

  private void signals(Tty tty, LineEditor editor) {
    tty.onEnd(this::sayGoodBye);
    tty.onRestore(editor::close);
    tty.terminal().handle(Terminal.Signal.INT, signal -> conversation.stopWaiting());
    tty.terminal()
        .handle(
            Terminal.Signal.CONT,
            signal -> {
              tty.raw();
              editor.refresh();
            });
  }

  /** Does something that may take long, and looks once a second whether the server answers. */
  private <T> T attended(Supplier<T> talk) {
    ScheduledExecutorService watch =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "smtpterm-watch");
              thread.setDaemon(true);
              return thread;
            });
    try {
      Watch task = new Watch(conversation, screen);
      ScheduledFuture<?> running = watch.scheduleAtFixedRate(task, 1, 1, TimeUnit.SECONDS);
      setup.welcome().forEach(screen::noteText);
      T outcome = talk.get();
      running.cancel(false);
      return outcome;
    } finally {
      watch.shutdownNow();
      conversation.leave();
      setup.recording().close();
    }
  }

  /** Hears everything that happens; called under the client's lock. */
  private void heard(Notice notice) {
    sending.hear(notice);
    hints.hear(notice);
    fetched.hear(notice);
    memory.hear(notice);
    if (notice instanceof Notice.Replied replied && sending.explained(replied)) {
      screen.reply(replied);
    } else {
      fetched.seen(notice).ifPresent(seen -> screen.show(seen, sending.typing()));
    }
    byHand.hear(notice);
    watch.hear(notice);
    if (notice instanceof Notice.Sent) {
      sending.shown();
    }
    if (notice instanceof Notice.Replied replied) {
      warmUp.type();
      alarm(replied.turn());
    } else if (notice instanceof Notice.Ended ended) {
      boolean pardonable = ended.ending().trouble().flatMap(TlsCommand::pardonable).isPresent();
      if (pardonable) {
        screen.note("shell.tls.offer");
      } else if (!playing.underWay()) {
        screen.note("shell.closed");
      }
    }
    tour.hear(notice);
  }

  /** Says loudly when STARTTLS has vanished. */
  private void alarm(Turn turn) {
    boolean clear = conversation.tls().isEmpty();
    String place = conversation.target().map(t -> t.endpoint().toString()).orElse("");
    if (clear) {
      offers.after(turn, place, settings.tlsRequired()).ifPresent(screen::note);
    }
  }

  /** What the practice server adds to the reply to a mail. */
  private Optional<String> remark(Turn turn) {
    List<Practice.Arrival> arrivals = setup.practice().map(Practice::arrivals).orElse(List.of());
    if (arrivals.isEmpty() || turn.asked().isEmpty()) {
      return Optional.empty();
    }
    Practice.Arrival first = arrivals.get(0);
    String who = String.join(", ", arrivals.stream().map(Practice.Arrival::mailbox).toList());
    String key = first.subject().isEmpty() ? "shell.arrival.no-subject" : "shell.arrival";
    return Optional.of(screen.texts().say(key, who, first.mailbox(), first.subject()));
  }

  /** The program is being ended from outside: a last word to the server, where there is time. */
  private void sayGoodBye() {
    conversation
        .client()
        .filter(c -> c.view().waiting().isEmpty())
        .filter(c -> c.view().next() == LineKind.COMMAND)
        .filter(c -> c.view().progress().phase() != Phase.RAW)
        .ifPresent(
            c -> {
              c.type("QUIT");
              c.await(LAST_WORD);
            });
  }
}

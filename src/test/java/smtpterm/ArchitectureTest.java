package smtpterm;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may know whom. A new package gets a row in {@link #MAY_IMPORT}, or this test fails. */
final class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("smtpterm");

  /** Package → the packages of ours, and the packages of others, that it may import. */
  private static final Map<String, Set<String>> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("", Set.of("cli")),
          Map.entry("wire", Set.of("javax.net", "javax.naming", "javax.security")),
          Map.entry("protocol", Set.of()),
          Map.entry("text", Set.of()),
          Map.entry(
              "sasl",
              Set.of(
                  "protocol",
                  "javax.security",
                  "javax.crypto",
                  "org.apache.commons.codec",
                  "com.ongres.scram")),
          Map.entry("session", Set.of("wire", "protocol")),
          Map.entry("script", Set.of("wire", "session", "protocol", "sasl", "text")),
          Map.entry(
              "replay",
              Set.of("script", "session", "wire", "protocol", "sasl", "text", "javax.security")),
          Map.entry("notation", Set.of("script", "protocol", "text")),
          Map.entry("config", Set.of("protocol", "text", "org.tomlj")),
          Map.entry("dns", Set.of("text", "org.xbill.DNS")),
          Map.entry("manual", Set.of("text")),
          Map.entry("knowledge", Set.of("protocol", "text")),
          Map.entry("mail", Set.of("wire", "protocol", "text", "org.apache.james.mime4j")),
          Map.entry(
              "screen", Set.of("wire", "protocol", "session", "knowledge", "dns", "mail", "text")),
          Map.entry(
              "typing",
              Set.of("wire", "protocol", "sasl", "session", "knowledge", "screen", "text")),
          Map.entry(
              "report",
              Set.of(
                  "script",
                  "protocol",
                  "session",
                  "knowledge",
                  "screen",
                  "text",
                  "javax.xml.stream",
                  "com.google.gson")),
          Map.entry(
              "server",
              Set.of("script", "wire", "protocol", "sasl", "text", "javax.net", "javax.security")),
          Map.entry(
              "shell",
              Set.of(
                  "wire",
                  "protocol",
                  "sasl",
                  "script",
                  "notation",
                  "replay",
                  "report",
                  "session",
                  "dns",
                  "knowledge",
                  "mail",
                  "screen",
                  "typing",
                  "text",
                  "javax.security",
                  "org.jline")),
          Map.entry(
              "cli",
              Set.of(
                  "config",
                  "wire",
                  "protocol",
                  "sasl",
                  "script",
                  "replay",
                  "notation",
                  "session",
                  "dns",
                  "knowledge",
                  "mail",
                  "manual",
                  "screen",
                  "text",
                  "report",
                  "typing",
                  "server",
                  "shell",
                  "picocli",
                  "com.google.gson")));

  private static final Set<String> SOCKETS =
      Set.of(
          "java.net.Socket",
          "java.net.ServerSocket",
          "java.net.DatagramSocket",
          "java.nio.channels.SocketChannel",
          "java.nio.channels.ServerSocketChannel",
          "java.nio.channels.AsynchronousSocketChannel",
          "javax.net.ssl.SSLSocket");

  private static final int LONGEST_CLASS = 300;

  /** Of a test much is a table, which is read line by line. */
  private static final int LONGEST_TEST = 400;

  private static final Pattern TYPE =
      Pattern.compile(
          "(public |final |abstract |sealed )*(class|record|enum|interface|@interface) ");

  @Test
  void eachPackageImportsOnlyWhatItsRowAllows() {
    Set<String> forbidden = new TreeSet<>();
    for (JavaClass from : CLASSES) {
      String room = room(from);
      assertThat(MAY_IMPORT).as("the row of %s", from.getName()).containsKey(room);
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        JavaClass to = dependency.getTargetClass().getBaseComponentType();
        if (!allowed(room, to)) {
          forbidden.add(from.getName() + " -> " + to.getName());
        }
      }
    }
    assertThat(CLASSES.size()).isGreaterThan(100);
    assertThat(forbidden).isEmpty();
  }

  @Test
  void noPackageReachesItselfThroughOthers() {
    Map<String, Set<String>> reached = new TreeMap<>();
    MAY_IMPORT.forEach((room, others) -> reached.put(room, new TreeSet<>(others)));
    for (int round = 0; round < MAY_IMPORT.size(); round++) {
      reached
          .values()
          .forEach(
              others ->
                  new ArrayList<>(others)
                      .forEach(other -> others.addAll(reached.getOrDefault(other, Set.of()))));
    }
    reached.forEach((room, others) -> assertThat(others).as(room).doesNotContain(room));
  }

  @Test
  void onlyWireAndServerOpenSockets() {
    noClasses()
        .that()
        .resideOutsideOfPackages("smtpterm.wire", "smtpterm.server")
        .should()
        .dependOnClassesThat(describe("are sockets", c -> SOCKETS.contains(c.getName())))
        .check(CLASSES);
  }

  @Test
  void whatSmtpSaysIsToldWithoutInputAndOutput() {
    noClasses()
        .that()
        .resideInAPackage("smtpterm.protocol")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.io", "java.net..", "java.nio.file..", "java.nio.channels..")
        .check(CLASSES);
  }

  @Test
  void oneClassKnowsTheStandardStreams() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("smtpterm.cli.Output")
        .and()
        // It only looks whether keys wait in the terminal, and reads none.
        .doNotHaveFullyQualifiedName("smtpterm.shell.Keyboard")
        .should()
        .accessField(System.class, "in")
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.io.FileDescriptor")
        .check(CLASSES);
  }

  @Test
  void onlyMainEndsTheProcess() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("smtpterm.Main")
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .check(CLASSES);
  }

  @Test
  void ofJLineOnlyReaderAndTerminalAreUsed() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.jline.console..",
            "org.jline.builtins..",
            "org.jline.widget..",
            "org.jline.style..",
            "org.jline.jansi..")
        .check(CLASSES);
  }

  @Test
  void nothingIsLogged() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.util.logging..")
        .check(CLASSES);
  }

  @Test
  void noStateIsSharedByAll() {
    fields().that().areStatic().should().beFinal().check(CLASSES);
  }

  @Test
  void whatIsOursHasNoGetInFront() {
    methods()
        .that()
        .arePublic()
        .and()
        .haveNameMatching("get[A-Z].*")
        .should(overrideSomething())
        .check(CLASSES);
  }

  @Test
  void noClassIsLongerThanThreeHundredLines() throws IOException {
    Map<String, Long> tooLong = new TreeMap<>();
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        long lines = length(file);
        if (lines > (file.startsWith("src/test") ? LONGEST_TEST : LONGEST_CLASS)) {
          tooLong.put(file.toString(), lines);
        }
      }
    }
    assertThat(tooLong).isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIsForAndWhereToStart() throws IOException {
    for (String room : MAY_IMPORT.keySet()) {
      if (!room.isEmpty()) {
        Path info = Path.of("src", "main", "java", "smtpterm", room, "package-info.java");
        assertThat(Files.readString(info, StandardCharsets.UTF_8))
            .as(room)
            .containsPattern("[Mm]ay\\s+(\\*\\s+)?import|imports the JDK only")
            .containsPattern("Start\\s+(\\*\\s+)?reading");
      }
    }
  }

  /** From the line that declares the type to the end of the file. */
  private static long length(Path file) throws IOException {
    return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
        .dropWhile(line -> !TYPE.matcher(line).lookingAt())
        .count();
  }

  /** The package behind {@code smtpterm.}; empty for the root. */
  private static String room(JavaClass c) {
    String name = c.getPackageName();
    return name.equals("smtpterm") ? "" : name.substring("smtpterm.".length());
  }

  private static boolean allowed(String room, JavaClass to) {
    String name = to.getPackageName();
    if (to.isPrimitive() || name.startsWith("java.")) {
      return true;
    }
    if (name.equals("smtpterm") || name.startsWith("smtpterm.")) {
      return room(to).equals(room) || MAY_IMPORT.get(room).contains(room(to));
    }
    return MAY_IMPORT.get(room).stream().anyMatch(other -> (name + ".").startsWith(other + "."));
  }

  private static ArchCondition<JavaMethod> overrideSomething() {
    return new ArchCondition<>("override a method of somebody else") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        List<JavaClass> above = new ArrayList<>(method.getOwner().getAllRawSuperclasses());
        above.addAll(method.getOwner().getAllRawInterfaces());
        boolean overrides =
            above.stream()
                .flatMap(c -> c.getMethods().stream())
                .filter(m -> !m.getModifiers().contains(JavaModifier.PRIVATE))
                .anyMatch(m -> m.getName().equals(method.getName()));
        events.add(new SimpleConditionEvent(method, overrides, method.getFullName()));
      }
    };
  }
}

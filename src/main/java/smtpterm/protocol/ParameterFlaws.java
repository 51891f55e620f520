package smtpterm.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import smtpterm.protocol.LineFlaw.Kind;
import smtpterm.protocol.Marks.Span;

/** What stands behind the address: {@code SIZE=1000 BODY=8BITMIME} (RFC 5321 section 4.1.1.11). */
final class ParameterFlaws {
  private final Marks marks;
  private final String line;
  private final String verb;
  private final Capabilities offered;

  ParameterFlaws(Marks marks, String verb) {
    this.marks = marks;
    this.line = marks.line();
    this.verb = verb;
    this.offered = marks.progress().capabilities();
  }

  void find(int start) {
    int from = start;
    while (from < line.length() && !marks.full()) {
      int to = marks.wordEnd(from);
      int next = marks.skipBlanks(to);
      boolean before = line.startsWith("=", next) || line.charAt(from) == '=';
      boolean behind = line.charAt(to - 1) == '=' && next < line.length();
      if (before || behind) {
        marks.add(
            Kind.PARAMETER_BLANK, from, Math.min(before ? next + 1 : next, line.length()), "");
        return;
      }
      one(from, to);
      from = next;
    }
  }

  private void one(int from, int to) {
    int equals = line.indexOf('=', from);
    boolean valued = equals > 0 && equals < to;
    int end = valued ? equals : to;
    String name = PrintedLetters.upper(line.substring(from, end));
    // Only the last word can still grow.
    boolean open = to == line.length();
    if (!name.matches("[A-Z0-9][A-Z0-9-]*")) {
      boolean address = line.substring(from, to).indexOf('@') >= 0;
      marks.add(address ? Kind.SEVERAL : Kind.BEHIND_ADDRESS, from, to, verb);
      return;
    }
    Optional<Parameter> known = Parameter.named(name);
    if (known.isEmpty()) {
      unknown(name, new Span(from, end), open && !valued);
    } else if (!known.get().verbs().contains(verb)) {
      boolean begins = open && !valued && longer(name);
      marks.add(Kind.PARAMETER_ELSEWHERE, new Span(from, end), known.get().verbs().get(0), begins);
    } else {
      offer(known.get(), name, new Span(from, end), open && !valued && longer(name));
      value(known.get(), new Span(from, to), valued ? line.substring(equals + 1, to) : null, open);
    }
  }

  private void unknown(String name, Span span, boolean open) {
    boolean secret = name.startsWith("X") || offered.offers(name);
    if (secret) {
      return;
    }
    boolean begins = open && (longer(name) || "X".startsWith(name));
    Optional<String> near = Spelling.nearest(name, names());
    Kind kind = near.isPresent() ? Kind.PARAMETER_MISSPELT : Kind.PARAMETER_UNKNOWN;
    marks.add(kind, span, near.orElse(name), begins);
  }

  /** Whether a parameter begins so and goes on. */
  private boolean longer(String name) {
    return names().stream().anyMatch(n -> n.startsWith(name) && !n.equals(name));
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    for (Parameter parameter : Parameter.ALL) {
      if (parameter.verbs().contains(verb)) {
        names.add(parameter.name());
      }
    }
    offered.keywords().keySet().stream().filter(k -> !names.contains(k)).forEach(names::add);
    return names;
  }

  private void offer(Parameter parameter, String name, Span span, boolean pending) {
    Phase phase = marks.progress().phase();
    boolean greeted = phase != Phase.GREETING && phase != Phase.HELLO;
    if (!greeted || parameter.keywords().stream().anyMatch(offered::offers)) {
      return;
    }
    if (offered.extended()) {
      marks.add(Kind.PARAMETER_NOT_OFFERED, span, parameter.keywords().get(0), pending);
    } else {
      marks.add(Kind.EHLO_FIRST, span, name, pending);
    }
  }

  private void value(Parameter parameter, Span span, String value, boolean open) {
    boolean fits = value == null ? parameter.form().isEmpty() : parameter.takes(value);
    if (!fits) {
      boolean mendable = open && (value == null || parameter.begins(value));
      String form = parameter.form().isEmpty() ? "" : "=" + parameter.form();
      marks.add(Kind.PARAMETER_VALUE, span, parameter.name() + form, mendable);
    } else if (parameter.name().equals("SIZE")) {
      size(span, value);
    }
  }

  private void size(Span span, String value) {
    List<String> limit = offered.arguments("SIZE");
    // RFC 1870 section 4: 0, or no number, is no fixed limit.
    boolean limited = !limit.isEmpty() && limit.get(0).matches("[1-9][0-9]{0,17}");
    if (limited && Long.parseLong(value) > Long.parseLong(limit.get(0))) {
      marks.add(Kind.SIZE_OVER, span, limit.get(0), false);
    }
  }
}

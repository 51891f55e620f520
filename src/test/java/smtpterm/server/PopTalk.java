package smtpterm.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A POP3 client that sends what it is given and reads whole replies. */
final class PopTalk implements AutoCloseable {
  private Socket socket;
  private InputStream in;
  private final String greeting;

  PopTalk(PracticeServer server) throws IOException {
    this(server.port(Service.POP3));
  }

  PopTalk(int port) throws IOException {
    socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    socket.setSoTimeout(20_000);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
    greeting = line();
  }

  /** Connects and logs in with USER and PASS. */
  static PopTalk in(PracticeServer server, String user, String password) throws IOException {
    PopTalk talk = new PopTalk(server);
    talk.say("USER " + user);
    talk.say("PASS " + password);
    return talk;
  }

  /** The same, for an account whose password is its name. */
  static PopTalk in(int port, String user) throws IOException {
    PopTalk talk = new PopTalk(port);
    talk.say("USER " + user);
    talk.say("PASS " + user);
    return talk;
  }

  /** What the server said first. */
  String greeting() {
    return greeting;
  }

  Socket socket() {
    return socket;
  }

  /** From here on all goes through this socket. */
  void through(Socket encrypted) throws IOException {
    socket = encrypted;
    in = new BufferedInputStream(encrypted.getInputStream());
  }

  /** Sends the octets of these chars, one each. */
  void send(String latin1) throws IOException {
    socket.getOutputStream().write(latin1.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Sends a line in UTF-8 and gives the first line of the reply. */
  String say(String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    return line();
  }

  /** Sends a line, whose reply must be +OK, and gives what follows, with the dots as they came. */
  List<String> rest(String line) throws IOException {
    String first = say(line);
    if (!first.startsWith("+OK")) {
      throw new IOException(first);
    }
    List<String> lines = new ArrayList<>();
    for (String next = line(); !next.equals("."); next = line()) {
      lines.add(next);
    }
    return lines;
  }

  /** A mail as it was before its dots were stuffed, one char for each octet. */
  String fetch(int number) throws IOException {
    StringBuilder mail = new StringBuilder();
    for (String line : rest("RETR " + number)) {
      mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
    }
    return mail.toString();
  }

  /** The next line; fails at the end of the connection. */
  String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      line.append((char) c);
      if (c == '\n' && line.length() >= 2 && line.charAt(line.length() - 2) == '\r') {
        return line.substring(0, line.length() - 2);
      }
    }
    throw new IOException("ended behind: " + line);
  }

  /** Whether the server has closed; waits for it. */
  boolean ended() throws IOException {
    return in.read() < 0;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

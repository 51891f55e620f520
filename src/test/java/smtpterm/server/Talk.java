package smtpterm.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A client that sends octets as they are given and reads whole replies. */
final class Talk implements AutoCloseable {
  private Socket socket;
  private InputStream in;

  Talk(PracticeServer server) throws IOException {
    this(server, Service.SMTP);
  }

  Talk(PracticeServer server, Service service) throws IOException {
    this(server.port(service));
  }

  Talk(int port) throws IOException {
    socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    socket.setSoTimeout(20_000);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
  }

  /** Connects, reads the greeting and says EHLO. */
  static Talk greeted(PracticeServer server) throws IOException {
    Talk talk = new Talk(server);
    talk.reply();
    talk.say("EHLO laptop");
    return talk;
  }

  Socket socket() {
    return socket;
  }

  /** From here on all goes through this socket. */
  void through(Socket encrypted) throws IOException {
    socket = encrypted;
    in = new BufferedInputStream(encrypted.getInputStream());
  }

  /** Reads all octets up to the end of the connection, one char each. */
  String octets() throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  /** Sends the octets of these chars, one each. */
  void send(String latin1) throws IOException {
    socket.getOutputStream().write(latin1.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Sends a line in UTF-8 and gives the last line of the reply. */
  String say(String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    List<String> reply = reply();
    return reply.get(reply.size() - 1);
  }

  /** Reads one whole reply; empty at the end of the connection. */
  List<String> reply() throws IOException {
    List<String> lines = new ArrayList<>();
    String line = line();
    while (line != null) {
      lines.add(line);
      if (line.charAt(3) == ' ') {
        return lines;
      }
      line = line();
    }
    return lines;
  }

  /** Reads all replies up to the end of the connection and gives their last lines. */
  List<String> rest() throws IOException {
    List<String> last = new ArrayList<>();
    for (List<String> reply = reply(); !reply.isEmpty(); reply = reply()) {
      last.add(reply.get(reply.size() - 1));
    }
    return last;
  }

  /** Says that nothing more comes, and goes on reading. */
  void halfClose() throws IOException {
    socket.shutdownOutput();
  }

  /** MAIL, RCPT, DATA, the text and the dot; gives the reply to the dot. */
  String mail(String to, String text) throws IOException {
    send("MAIL FROM:<anna@kolleg.de>\r\nRCPT TO:<" + to + ">\r\nDATA\r\n");
    reply();
    reply();
    List<String> goAhead = reply();
    if (!goAhead.get(0).startsWith("354 ")) {
      throw new IOException("no 354: " + goAhead);
    }
    send(text + "\r\n.\r\n");
    return reply().get(0);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      line.append((char) c);
      if (line.length() >= 2 && line.substring(line.length() - 2).equals("\r\n")) {
        return line.substring(0, line.length() - 2);
      }
    }
    if (line.length() > 0) {
      throw new IOException("cut off: " + line);
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

package smtpterm.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A DNS server on loopback, by UDP and TCP, that answers from a {@link DnsZone}: RFC 1035 as far as
 * a client can tell.
 */
public final class DnsServer implements AutoCloseable {
  private static final int TRIES = 20;
  private static final int SERVFAIL = 2;
  private static final int NXDOMAIN = 3;
  private static final int REFUSED = 5;

  private final DnsZone zone;
  private final ServerSocket tcp;
  private final DatagramSocket udp;
  private final List<String> questions = new CopyOnWriteArrayList<>();

  private DnsServer(DnsZone zone, ServerSocket tcp, DatagramSocket udp) {
    this.zone = zone;
    this.tcp = tcp;
    this.udp = udp;
  }

  /** Listens on a free port of loopback, the same by UDP and TCP. */
  public static DnsServer start(DnsZone zone) throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    for (int i = 0; i < TRIES; i++) {
      ServerSocket tcp = new ServerSocket(0, 50, loopback);
      try {
        DatagramSocket udp = new DatagramSocket(tcp.getLocalPort(), loopback);
        DnsServer server = new DnsServer(zone, tcp, udp);
        server.run("dns-udp", server::serveUdp);
        server.run("dns-tcp", server::serveTcp);
        return server;
      } catch (BindException e) {
        // Somebody else has this port by UDP.
        tcp.close();
      }
    }
    throw new BindException("no port is free by UDP and TCP");
  }

  private void run(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  public int port() {
    return tcp.getLocalPort();
  }

  /** As {@code --dns} takes it. */
  public String address() {
    return "127.0.0.1:" + port();
  }

  /** What was asked, such as {@code udp 15 kolleg.de}, in the order of coming. */
  public List<String> questions() {
    return List.copyOf(questions);
  }

  @Override
  public void close() throws IOException {
    udp.close();
    tcp.close();
  }

  private void serveUdp() {
    byte[] buffer = new byte[1500];
    while (!udp.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        udp.receive(packet);
        byte[] query = new byte[packet.getLength()];
        System.arraycopy(buffer, 0, query, 0, query.length);
        Optional<byte[]> answer = answer(query, "udp");
        if (answer.isPresent()) {
          byte[] octets = answer.get();
          udp.send(
              new DatagramPacket(
                  octets, octets.length, (InetSocketAddress) packet.getSocketAddress()));
        }
      } catch (IOException e) {
        // Closed, or one packet is lost, as UDP may.
      }
    }
  }

  private void serveTcp() {
    while (!tcp.isClosed()) {
      try (Socket client = tcp.accept()) {
        client.setSoTimeout(5_000);
        DataInputStream in = new DataInputStream(client.getInputStream());
        byte[] query = new byte[in.readUnsignedShort()];
        in.readFully(query);
        Optional<byte[]> answer = answer(query, "tcp");
        if (answer.isPresent()) {
          ByteArrayOutputStream framed = new ByteArrayOutputStream();
          new DataOutputStream(framed).writeShort(answer.get().length);
          framed.writeBytes(answer.get());
          client.getOutputStream().write(framed.toByteArray());
        }
        client.getInputStream().read();
      } catch (IOException e) {
        // Closed, or this client has gone.
      }
    }
  }

  private Optional<byte[]> answer(byte[] query, String transport) throws IOException {
    StringBuilder name = new StringBuilder();
    int at = 12;
    while (query[at] != 0) {
      int length = query[at];
      name.append(name.isEmpty() ? "" : ".")
          .append(new String(query, at + 1, length, StandardCharsets.UTF_8));
      at += length + 1;
    }
    int type = ((query[at + 1] & 0xFF) << 8) | (query[at + 2] & 0xFF);
    int end = at + 5;
    questions.add(transport + " " + type + " " + name);
    DnsZone.Fault fault = zone.fault(name.toString());
    if (fault == DnsZone.Fault.SILENT) {
      return Optional.empty();
    }
    if (fault == DnsZone.Fault.GARBAGE) {
      return Optional.of(new byte[] {query[0], query[1], (byte) 0x81, (byte) 0x80, 0, 1, 0, 9});
    }
    boolean cut = fault == DnsZone.Fault.TRUNCATED && transport.equals("udp");
    List<DnsZone.Data> found =
        fault == null || fault == DnsZone.Fault.TRUNCATED
            ? zone.records(name.toString(), type)
            : List.of();
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(answer);
    out.write(query, 0, 2);
    out.writeShort(0x8180 | (cut ? 0x0200 : 0) | code(name.toString(), fault));
    out.writeShort(1);
    out.writeShort(cut ? 0 : found.size());
    out.writeInt(0);
    out.write(query, 12, end - 12);
    for (DnsZone.Data data : cut ? List.<DnsZone.Data>of() : found) {
      // The name is that of the question, 12 octets from the start.
      out.writeShort(0xC00C);
      out.writeShort(data.type());
      out.writeShort(1);
      out.writeInt(300);
      out.writeShort(data.octets().length);
      out.write(data.octets());
    }
    return Optional.of(answer.toByteArray());
  }

  private int code(String name, DnsZone.Fault fault) {
    if (fault == DnsZone.Fault.SERVFAIL) {
      return SERVFAIL;
    }
    if (fault == DnsZone.Fault.REFUSED) {
      return REFUSED;
    }
    return fault == DnsZone.Fault.NXDOMAIN || !zone.knows(name) ? NXDOMAIN : 0;
  }
}

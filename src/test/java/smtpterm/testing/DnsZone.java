package smtpterm.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a {@link DnsServer} knows: {@code new DnsZone().mx("kolleg.de", 10, "mail.kolleg.de")}. */
public final class DnsZone {
  static final int A = 1;
  static final int CNAME = 5;
  static final int MX = 15;
  static final int TXT = 16;
  static final int AAAA = 28;

  private final Map<String, List<Data>> records = new ConcurrentHashMap<>();
  private final Map<String, Fault> faults = new ConcurrentHashMap<>();

  /** How the server misbehaves when it is asked for a name. */
  public enum Fault {
    /** It says that the name does not exist, whatever there is. */
    NXDOMAIN,
    SERVFAIL,
    REFUSED,
    /** It says nothing at all. */
    SILENT,
    /** By UDP it says only that the answer is too long. */
    TRUNCATED,
    /** It sends octets that are no DNS message. */
    GARBAGE
  }

  /** A record: its type, and its data as they stand on the wire. */
  static final class Data {
    private final int type;
    private final byte[] octets;

    Data(int type, byte[] octets) {
      this.type = type;
      this.octets = octets.clone();
    }

    int type() {
      return type;
    }

    byte[] octets() {
      return octets.clone();
    }
  }

  /** Names that are asked for get the answer that something went wrong. */
  public DnsZone fault(String name, Fault fault) {
    faults.put(key(name), fault);
    return this;
  }

  public DnsZone mx(String name, int preference, String host) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.write(preference >> 8);
    data.write(preference);
    data.writeBytes(wire(host));
    return add(name, MX, data.toByteArray());
  }

  public DnsZone cname(String name, String host) {
    return add(name, CNAME, wire(host));
  }

  /** An IPv4 address, or an IPv6 address as 32 hexadecimal digits. */
  public DnsZone address(String name, String address) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    if (address.indexOf('.') > 0) {
      for (String part : address.split("[.]", -1)) {
        data.write(Integer.parseInt(part));
      }
      return add(name, A, data.toByteArray());
    }
    for (int i = 0; i < 32; i += 2) {
      data.write(Integer.parseInt(address.substring(i, i + 2), 16));
    }
    return add(name, AAAA, data.toByteArray());
  }

  /** A TXT record of these strings. */
  public DnsZone txt(String name, String... strings) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    for (String string : strings) {
      byte[] octets = string.getBytes(StandardCharsets.UTF_8);
      data.write(octets.length);
      data.writeBytes(octets);
    }
    return add(name, TXT, data.toByteArray());
  }

  private DnsZone add(String name, int type, byte[] octets) {
    records.computeIfAbsent(key(name), any -> new ArrayList<>()).add(new Data(type, octets));
    return this;
  }

  boolean knows(String name) {
    return records.containsKey(key(name));
  }

  Fault fault(String name) {
    return faults.get(key(name));
  }

  List<Data> records(String name, int type) {
    return records.getOrDefault(key(name), List.of()).stream()
        .filter(data -> data.type() == type || data.type() == CNAME)
        .toList();
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Labels with their lengths; the octets of a label are those of its UTF-8. */
  static byte[] wire(String name) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    if (!name.equals(".")) {
      for (String label : name.split("[.]", -1)) {
        byte[] octets = label.getBytes(StandardCharsets.UTF_8);
        data.write(octets.length);
        data.writeBytes(octets);
      }
    }
    data.write(0);
    return data.toByteArray();
  }
}

package smtpterm.mail;

import java.util.List;
import java.util.Optional;

/**
 * The header of a message.
 *
 * @param fields in their order, as many as are kept
 * @param dropped how many more there were
 * @param strays the first lines that are no header field, such as {@code Hello Bob}
 */
public record Header(List<HeaderField> fields, long dropped, List<String> strays) {
  public Header {
    fields = List.copyOf(fields);
    strays = List.copyOf(strays);
    if (dropped < 0) {
      throw new IllegalArgumentException("dropped " + dropped);
    }
  }

  /** The first field of this name, whatever its case. */
  public Optional<HeaderField> first(String name) {
    return fields.stream().filter(field -> field.name().equalsIgnoreCase(name)).findFirst();
  }

  /** All fields of this name, whatever its case, in their order. */
  public List<HeaderField> all(String name) {
    return fields.stream().filter(field -> field.name().equalsIgnoreCase(name)).toList();
  }
}

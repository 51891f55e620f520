package smtpterm.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Domains, addresses and servers as they are typed and shown. */
final class NamesTest {
  @ParameterizedTest
  @CsvSource({
    "kolleg.de,kolleg.de,false",
    "KOLLEG.de.,kolleg.de,false",
    "anna@kolleg.de,kolleg.de,false",
    "müller.de,xn--mller-kva.de,true",
    "xn--mller-kva.de,xn--mller-kva.de,false",
    "_dmarc.kolleg.de,_dmarc.kolleg.de,false",
    "localhost,localhost,false",
  })
  void aDomainIsReadAsTheDnsKnowsIt(String typed, String ascii, boolean translated)
      throws Domain.BadDomain {
    Domain domain = Domain.parse(typed);
    assertThat(domain.ascii()).isEqualTo(ascii);
    assertThat(domain.translated()).isEqualTo(translated);
    assertThat(domain.deviates()).isFalse();
  }

  @Test
  void sharpSBecomesTwoAndThatIsKnown() throws Domain.BadDomain {
    Domain domain = Domain.parse("straße.de");
    assertThat(domain.ascii()).isEqualTo("strasse.de");
    assertThat(domain.translated()).isTrue();
    assertThat(domain.deviates()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "a..b",
        "a b",
        "192.0.2.1",
        "[::1]",
        "a/b",
        "a\u001b[2J.de",
        "a\0b",
        "a\u202eb.de",
        "-\"-.de",
        "0123456789012345678901234567890123456789012345678901234567890123.de"
      })
  void whatIsNoDomainIsRefused(String typed) {
    assertThatThrownBy(() -> Domain.parse(typed))
        .isInstanceOf(Domain.BadDomain.class)
        .hasMessage(typed);
  }

  @Test
  void aNameThatIsTooLongAsAWholeIsRefused() {
    String typed = "a.".repeat(127) + "de";
    assertThatThrownBy(() -> Domain.parse(typed)).isInstanceOf(Domain.BadDomain.class);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:5353,127.0.0.1,5353,127.0.0.1:5353",
    "9.9.9.9,9.9.9.9,53,9.9.9.9:53",
    "[::1]:5353,::1,5353,[::1]:5353",
    "[2001:db8::53],2001:db8::53,53,[2001:db8::53]:53",
    "dns.example:54,dns.example,54,dns.example:54",
  })
  void aNameserverIsReadAndWrittenAlike(String typed, String host, int port, String written) {
    Nameserver nameserver = Nameserver.parse(typed);
    assertThat(nameserver).isEqualTo(new Nameserver(host, port)).hasToString(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ":53", "::1", "::1:53", "h:0", "h:65536", "h:x", "h:", "a b", "[h]:5"})
  void whatIsNoNameserverIsRefused(String typed) {
    assertThatThrownBy(() -> Nameserver.parse(typed)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1,192.0.2.1",
    "2001:db8:0:0:0:0:0:25,2001:db8::25",
    "0:0:0:0:0:0:0:1,::1",
    "0:0:0:0:0:0:0:0,::",
    "2001:db8:0:1:1:1:1:1,2001:db8:0:1:1:1:1:1",
    "2001:0:0:1:0:0:0:1,2001:0:0:1::1",
    "2001:db8:0:0:1:0:0:1,2001:db8::1:0:0:1",
    "fe80:0:0:0:0:0:0:0,fe80::",
  })
  void addressesAreShort(String address, String text) throws UnknownHostException {
    assertThat(Addresses.text(InetAddress.getByName(address))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.0/24,true,192.0.2.0,192.0.2.255",
    "192.0.2.77/28,true,192.0.2.64,192.0.2.79",
    "192.0.2.1,true,192.0.2.1,192.0.2.1",
    "0.0.0.0/0,true,0.0.0.0,255.255.255.255",
    "2001:db8::/126,false,2001:db8::,2001:db8::3",
    "::ffff:192.0.2.1,false,::ffff:192.0.2.1,::ffff:192.0.2.1",
  })
  void aNetworkIsARangeOfAddresses(String text, boolean four, String first, String last) {
    assertThat(Network.parse(text, four)).contains(new Network(first, last));
  }

  @ParameterizedTest
  @CsvSource({
    "300.1.1.1,true",
    "192.0.2,true",
    "192.0.2.0/33,true",
    "192.0.2.0/,true",
    "kolleg.de,true",
    "localhost,false",
    "2001:db8::/129,false",
    "192.0.2.1,false",
    "2001:db8::1,true",
    ":::,false",
  })
  void whatIsNoNetworkIsNotLookedUp(String text, boolean four) {
    assertThat(Network.parse(text, four)).isEmpty();
  }
}

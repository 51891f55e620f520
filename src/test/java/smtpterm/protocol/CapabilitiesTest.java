package smtpterm.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CapabilitiesTest {
  @Test
  void theFirstLineOnlyGreets() {
    Capabilities offered = Capabilities.of(Reply.of("250-SIZE AUTH HELP", "250 8BITMIME"));
    assertThat(offered.keywords().keySet()).containsExactly("8BITMIME");
  }

  @Test
  void aGreetingAloneOffersNothing() {
    Capabilities offered = Capabilities.of(Reply.of("250 mx.test"));
    assertThat(offered.keywords()).isEmpty();
    assertThat(offered.extended()).isTrue();
    assertThat(Capabilities.none().extended()).isFalse();
  }

  @Test
  void keywordsKeepTheirOrderAndTheirArguments() {
    Capabilities offered =
        Capabilities.of(Reply.of("250-mx", "250-size 1000", "250-Help", "250 AUTH PLAIN LOGIN"));
    assertThat(offered.keywords().keySet()).containsExactly("SIZE", "HELP", "AUTH");
    assertThat(offered.arguments("SIZE")).containsExactly("1000");
    assertThat(offered.arguments("HELP")).isEmpty();
    assertThat(offered.arguments("DSN")).isEmpty();
    assertThat(offered.offers("HELP")).isTrue();
    assertThat(offered.offers("DSN")).isFalse();
  }

  @Test
  void theOldFormOfAuthAddsToTheNewOne() {
    Capabilities offered =
        Capabilities.of(Reply.of("250-mx", "250-AUTH=login plain", "250 AUTH PLAIN CRAM-MD5"));
    assertThat(offered.mechanisms()).containsExactly("LOGIN", "PLAIN", "CRAM-MD5");
    assertThat(offered.keywords().keySet()).containsExactly("AUTH");
  }

  @Test
  void theOldFormAloneOffersALoginToo() {
    Capabilities offered = Capabilities.of(Reply.of("250-mx", "250 auth=LOGIN"));
    assertThat(offered.mechanisms()).containsExactly("LOGIN");
  }

  @Test
  void oddBlanksAndEmptyLinesDoNoHarm() {
    Capabilities offered =
        Capabilities.of(Reply.of("250-mx", "250-", "250-  AUTH \t LOGIN  ", "250 "));
    assertThat(offered.keywords()).containsExactly(Map.entry("AUTH", List.of("LOGIN")));
  }

  @Test
  void copiesAreKept() {
    List<String> arguments = new ArrayList<>(List.of("LOGIN"));
    Map<String, List<String>> keywords = new HashMap<>(Map.of("AUTH", arguments));
    Capabilities offered = new Capabilities(true, keywords);
    arguments.add("PLAIN");
    keywords.clear();
    assertThat(offered.mechanisms()).containsExactly("LOGIN");
  }
}

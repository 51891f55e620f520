package smtpterm.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smtpterm.sasl.Account;

/** Accounts as people write them down. */
final class AccountListTest {
  @Test
  void aListHasOneAccountALineAndRemarks() throws BadAccount {
    AccountList list = new AccountList();
    list.addLines(
        List.of(
            "\uFEFF# class 10b",
            "anna:geheim",
            "",
            "  Dora.B : rote:rübe  ",
            "   # end",
            "pupil-07:x"));
    assertThat(list.all())
        .extracting(Account::name, Account::password)
        .containsExactly(
            tuple("anna", "geheim"), tuple("dora.b", "rote:rübe"), tuple("pupil-07", "x"));
    assertThat(AccountList.line(list.all().get(1))).isEqualTo("dora.b:rote:rübe");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dora|NO_COLON|dora",
        ":geheim|NAME|''",
        "do ra:geheim|NAME|do ra",
        "dörte:geheim|NAME|dörte",
        "dora-:geheim|NAME|dora-",
        "Klasse:geheim|RESERVED|klasse",
        "postmaster:x|RESERVED|postmaster",
        "ANNA:anders|TWICE|anna",
        "dora:|PASSWORD|dora",
        "dora:   |PASSWORD|dora",
        "dora:ge\u0007heim|PASSWORD|dora",
      })
  void whatIsWrongIsNamedWithItsLine(String line, BadAccount.Problem problem, String culprit) {
    assertThatThrownBy(() -> new AccountList().addLines(List.of("anna:geheim", "# x", line)))
        .isInstanceOfSatisfying(
            BadAccount.class,
            bad -> {
              assertThat(bad.problem()).isEqualTo(problem);
              assertThat(bad.culprit()).isEqualTo(culprit);
              assertThat(bad.line()).isEqualTo(3);
              assertThat(bad.getMessage()).doesNotContain("geheim");
            });
  }

  @Test
  void anEndlessListIsRefused() {
    List<String> lines = IntStream.range(0, 3_000).mapToObj(i -> "a" + i + ":x").toList();
    assertThatThrownBy(() -> new AccountList().addLines(lines))
        .isInstanceOfSatisfying(
            BadAccount.class,
            bad -> {
              assertThat(bad.problem()).isEqualTo(BadAccount.Problem.TOO_MANY);
              assertThat(bad.line()).isEqualTo(AccountList.MOST + 1);
            });
  }

  @Test
  void pupilsHaveNumbersOfEqualLengthAndReadablePasswords() {
    Pupils pupils = new Pupils("pupil", List.of("cloud", "tiger"), below -> below - 1);
    assertThat(pupils.names(12)).startsWith("pupil01", "pupil02").endsWith("pupil12");
    assertThat(pupils.names(100)).startsWith("pupil001").endsWith("pupil100");
    assertThat(pupils.account("pupil01").password()).isEqualTo("tiger999");
    assertThat(new Pupils("pupil", List.of("cloud"), below -> 0).account("x").password())
        .isEqualTo("cloud100");
    assertThatThrownBy(() -> pupils.names(0)).isInstanceOf(IllegalArgumentException.class);
  }
}

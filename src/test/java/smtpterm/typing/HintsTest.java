package smtpterm.typing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HintsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "MAIL FROM:<address> [SIZE=n] | MAIL FROM:<",
        "EHLO <name>                  | \"EHLO \"",
        "AUTH LOGIN [answer]          | \"AUTH \"",
        "HELP [command]               | HELP",
        "DATA                         | DATA",
      })
  void theStemIsWhatCanBeTypedWithoutThinking(String syntax, String stem) {
    assertThat(Hints.stem(syntax)).isEqualTo(stem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "TOP n lines                     ; T               ; OP n lines",
        "TOP n lines                     ; to              ; p n lines",
        "TOP n lines                     ; TOP             ; \" n lines\"",
        "TOP n lines                     ; \"TOP \"        ; n lines",
        "TOP n lines                     ; TOP 1           ; \" lines\"",
        "TOP n lines                     ; \"TOP 1 \"      ; lines",
        "TOP n lines                     ; TOP 1 2         ; \"\"",
        "TOP n lines                     ; TOP 1 2 3       ; \"\"",
        "TOP n lines                     ; TOPX            ; \"\"",
        "TOP n lines                     ; TOPX 1          ; \"\"",
        "QUIT                            ; QU              ; IT",
        "QUIT                            ; QUIT            ; \"\"",
        "QUIT                            ; QUITX           ; \"\"",
        "QUIT                            ; \"QUIT \"       ; \"\"",
        "HELP [command]                  ; HELP            ; \" [command]\"",
        "HELP [command]                  ; \"HELP \"       ; [command]",
        "HELP [command]                  ; HELP M          ; \"\"",
        "BDAT n [LAST]                   ; BDAT 5          ; \" [LAST]\"",
        "BDAT n [LAST]                   ; \"BDAT 5 \"     ; [LAST]",
        "BDAT n [LAST]                   ; BDAT 5 L        ; AST",
        "BDAT n [LAST]                   ; bdat 5 l        ; ast",
        "XCLIENT NAME=name ADDR=ip       ; XCLIENT NA      ; ME=name ADDR=ip",
        "XCLIENT NAME=name ADDR=ip       ; XCLIENT NAME=me ; \" ADDR=ip\"",
        "XCLIENT NAME=name ADDR=ip       ; \"XCLIENT N=x \"; ADDR=ip",
        "/reveal on|off                  ; /re             ; veal on|off",
        "/reveal on|off                  ; \"/reveal \"    ; on|off",
        "/reveal on|off                  ; /reveal of      ; f",
        "/reveal on|off                  ; /reveal x       ; \"\"",
        "/play [--step] [--typing] FILE  ; /play --s       ; tep [--typing] FILE",
        "/play [--step] [--typing] FILE  ; /play --typing  ; \" FILE\"",
        "/play [--step] [--typing] FILE  ; /play a         ; \"\"",
        "/set [NAME [VALUE]]             ; /set            ; \" [NAME [VALUE]]\"",
        "/set [NAME [VALUE]]             ; /set x          ; \" [VALUE]\"",
        "/set [NAME [VALUE]]             ; \"/set x \"     ; [VALUE]",
        "/record [[--force] FILE|off]    ; \"/record \"    ; [[--force] FILE|off]",
        "/record [[--force] FILE|off]    ; /record o       ; ff",
        "/send FILE                      ; /send Ü b       ; \"\"",
      })
  void theHintShrinksAsOneTypes(String syntax, String typed, String rest) {
    assertThat(Hints.rest(syntax, typed)).isEqualTo(rest);
  }
}

package smtpterm.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import smtpterm.testing.Golden;
import smtpterm.text.Language;
import smtpterm.text.Texts;

final class JUnitReportTest {
  private static final JUnitReport REPORT = new JUnitReport(new Texts(Language.ENGLISH));

  private static Document parsed(CheckRun run) throws IOException {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(Runs.written(REPORT, run))));
    } catch (ParserConfigurationException | SAXException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Element> elements(Document document, String name) {
    NodeList found = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  @Test
  void eachFileIsACaseWithItsTrouble() throws IOException {
    Golden.check("report/junit.xml", Runs.written(REPORT, Runs.mixed()).lines().toList());
  }

  @Test
  void aReaderOfXmlFindsTheNumbersInIt() throws IOException {
    Document document = parsed(Runs.mixed());
    Element suite = elements(document, "testsuite").get(0);
    assertThat(suite.getAttribute("tests")).isEqualTo("5");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getAttribute("errors")).isEqualTo("2");
    assertThat(suite.getAttribute("skipped")).isEqualTo("1");
    assertThat(suite.getAttribute("timestamp")).isEqualTo("2026-11-22T08:15:30");
    assertThat(elements(document, "testcase"))
        .extracting(c -> c.getAttribute("classname") + " " + c.getAttribute("name"))
        .startsWith("lessons first.session", "lessons refused.session")
        .endsWith("sessions e.session");
    assertThat(elements(document, "failure").get(0).getAttribute("message"))
        .isEqualTo("lessons/refused.session:12:4: expected 250, but 550 came");
  }

  @Test
  void nothingBreaksOutOfTheXml() throws IOException {
    Document document = parsed(Runs.of(Runs.evil()));
    assertThat(elements(document, "testcase")).hasSize(1);
    assertThat(elements(document, "script")).isEmpty();
    String everything =
        elements(document, "system-out").get(0).getTextContent()
            + elements(document, "failure").get(0).getTextContent()
            + elements(document, "failure").get(0).getAttribute("message");
    assertThat(everything)
        .contains("]]>--></script>", "\\x1b]0;owned\\x07\\u202e\\x00", "<script>alert(1)")
        .doesNotContain("\u001b", "\u202e", "\ufffe");
  }

  @Test
  void aFileAlwaysHasAPlaceInTheTree() throws IOException {
    Element inParent =
        elements(parsed(Runs.of(Runs.passed("../up/a.b/c.session"))), "testcase").get(0);
    assertThat(inParent.getAttribute("classname")).isEqualTo("up.a.b");
    assertThat(inParent.getAttribute("name")).isEqualTo("c.session");
    assertThat(inParent.getAttribute("file")).isEqualTo("../up/a.b/c.session");
  }
}

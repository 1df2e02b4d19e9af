package dev.tare.reports.render.ci;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.reports.ExitCode;
import dev.tare.reports.gate.Status;
import dev.tare.reports.gate.Verdict;
import dev.tare.reports.render.Report;
import dev.tare.reports.render.Section;
import dev.tare.reports.render.Wording;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit's XML: a suite an environment, a test case a row. A row with a figure that is not in order
 * is a failure; one without a figure is an error.
 */
public final class JunitReport {
  private JunitReport() {}

  /** A complete document, with a line end. */
  public static String render(Report report) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      line(xml, 0);
      xml.writeStartElement("testsuites");
      xml.writeAttribute("name", "tare");
      for (Section section : report.sections()) {
        suite(section, xml);
      }
      line(xml, 0);
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("a string writer does not fail", impossible);
    }
    return text.append('\n').toString();
  }

  private static void suite(Section section, XMLStreamWriter xml) throws XMLStreamException {
    SortedMap<BenchmarkId, List<Verdict>> rows = new TreeMap<>();
    section.measurements().forEach(figure -> rows.put(figure.id(), new ArrayList<>()));
    for (Verdict verdict : Wording.problems(section)) {
      List<Verdict> row = rows.computeIfAbsent(verdict.id(), id -> new ArrayList<>());
      if (verdict.status().exitCode() != ExitCode.OK) {
        row.add(verdict);
      }
    }
    long errors = rows.values().stream().filter(JunitReport::isError).count();
    long red = rows.values().stream().filter(row -> !row.isEmpty()).count();
    line(xml, 1);
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", section.environment().baselineKey());
    xml.writeAttribute("tests", Integer.toString(rows.size()));
    xml.writeAttribute("failures", Long.toString(red - errors));
    xml.writeAttribute("errors", Long.toString(errors));
    for (Map.Entry<BenchmarkId, List<Verdict>> row : rows.entrySet()) {
      testCase(section, row.getKey(), row.getValue(), xml);
    }
    line(xml, 1);
    xml.writeEndElement();
  }

  private static void testCase(
      Section section, BenchmarkId id, List<Verdict> problems, XMLStreamWriter xml)
      throws XMLStreamException {
    int dot = id.benchmark().lastIndexOf('.');
    line(xml, 2);
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", legal(id.benchmark().substring(0, Math.max(0, dot))));
    xml.writeAttribute("name", legal(id.toString().substring(dot + 1)));
    if (!problems.isEmpty()) {
      Verdict worst = problems.get(0);
      line(xml, 3);
      xml.writeStartElement(isError(problems) ? "error" : "failure");
      xml.writeAttribute("type", worst.status().label());
      xml.writeAttribute("message", legal(text(worst)));
      StringBuilder details = new StringBuilder();
      for (Verdict verdict : problems) {
        details
            .append(verdict.status().label())
            .append(": ")
            .append(text(verdict))
            .append('\n');
        Wording.causes(section, verdict)
            .forEach(cause -> details.append("  ").append(cause).append('\n'));
      }
      xml.writeCharacters(legal(details.toString()));
      xml.writeEndElement();
      line(xml, 2);
    }
    xml.writeEndElement();
  }

  private static boolean isError(List<Verdict> problems) {
    return problems.stream()
        .anyMatch(
            verdict -> verdict.status() == Status.FAILED || verdict.status() == Status.VANISHED);
  }

  private static String text(Verdict verdict) {
    return Wording.subject(verdict) + ": " + Wording.finding(verdict);
  }

  /** The text without what XML 1.0 can not hold, not even escaped. */
  private static String legal(String text) {
    StringBuilder legal = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c == '\n' || (c >= ' ' && !Character.isISOControl(c) && isCharacter(c)) ? c : '?')
        .forEach(legal::appendCodePoint);
    return legal.toString();
  }

  private static boolean isCharacter(int c) {
    return !(c >= 0xD800 && c < 0xE000) && c != 0xFFFE && c != 0xFFFF;
  }

  private static void line(XMLStreamWriter xml, int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}

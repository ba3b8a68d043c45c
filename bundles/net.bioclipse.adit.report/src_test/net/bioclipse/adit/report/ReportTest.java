package net.bioclipse.adit.report;

import static net.bioclipse.adit.report.Samples.CARBON_MONOXIDE;
import static net.bioclipse.adit.report.Samples.POLONIUM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bioclipse.adit.report.Summary.Stage;
import net.bioclipse.adit.structure.Assessment.Finding;
import org.junit.jupiter.api.Test;

class ReportTest {

    private final Report report = new Report(Samples.depictor());
    private Map<String, Long> reasons = Map.of();

    @Test
    void showsStagesChecksReasonsPicturesDuplicatesSettingsAndVersions() throws IOException {
        report.add("first", CARBON_MONOXIDE, Samples.valid("A"), Optional.empty());
        report.add("second", CARBON_MONOXIDE, Samples.valid("A"), Optional.of(new Finding("repeated", false, "as first")));
        report.add("third", CARBON_MONOXIDE, Samples.refused("valence", "C1 has 5 bonds"), Optional.empty());
        report.add("fourth", CARBON_MONOXIDE, Samples.implausible(), Optional.empty());
        reasons = Map.of("valence", 1L, "repeated", 1L);
        String page = page();
        assertTrue(page.contains("<div class=\"card\"><b>4</b><span class=\"soft\">read</span></div>"), page);
        assertTrue(page.contains("<b>3</b><span class=\"soft\">valid · 75.0 %</span>"));
        assertTrue(page.contains("<td>valence</td><td class=\"wide\"><div class=\"track two\"><i style=\"width:75%\"></i>"
                + "<i style=\"width:25%\"></i></div></td><td class=\"count\">3 of 4</td>"));
        assertTrue(page.contains("<h3>Plausibility</h3>") && page.contains("<h3>Other conventions</h3>"));
        assertTrue(page.contains("<h3>valence <span class=\"soft\">· 1 (50.0 %)</span></h3>"));
        assertTrue(page.contains("</div><figcaption><b>CO</b> third<br>C1 has 5 bonds</figcaption>"));
        assertTrue(page.contains("<b>CO</b> second<br>as first"));
        assertTrue(page.contains("<h3>bond lengths <span class=\"soft\">· valid, but not plausible</span></h3>"));
        assertTrue(page.contains("<td><code>[C-]#[O+]</code></td><td>first</td><td class=\"count\">2</td>"));
        assertTrue(page.contains("<td>seed</td><td><code>7</code></td>") && page.contains("<td>java</td><td><code>17</code>"));
    }

    @Test
    void needsNothingBesideItself() throws IOException {
        report.add("first", CARBON_MONOXIDE, Samples.valid("A"), Optional.empty());
        report.add("second", POLONIUM, Samples.refused("density", "too high"), Optional.empty());
        String page = page();
        for (String outside : List.of("<script", "http:", "https:", "src=", "href=", "url(", "@import")) {
            assertFalse(page.contains(outside), outside);
        }
    }

    @Test
    void textsFromFilesAreNoMarkup() throws IOException {
        report.add("<b onclick='x'>&\u0001", CARBON_MONOXIDE, Samples.refused("<i>", "\"</figure>"), Optional.empty());
        Summary summary = new Summary("<title>", "a & b", List.of(), Map.of("<i>", 1L), Map.of("<s>", "'"), Map.of(),
                List.of("<note>"));
        String page = page(summary);
        assertTrue(page.contains("&lt;b onclick=&#39;x&#39;&gt;&amp; <br>&quot;&lt;/figure&gt;"), page);
        assertFalse(page.contains("<i>") || page.contains("<s>") || page.contains("<note>") || page.contains("<title><title>"));
    }

    @Test
    void manyStructuresMakeNoLargerPage() throws IOException {
        for (int i = 0; i < 2000; i++) {
            report.add("valid " + i, CARBON_MONOXIDE, Samples.valid("key " + i % 700), Optional.empty());
            report.add("refused " + i, CARBON_MONOXIDE, Samples.refused("check " + i % 3, "for a reason"), Optional.empty());
        }
        reasons = Map.of("check 0", 667L, "check 1", 667L, "check 2", 666L);
        String page = page();
        assertEquals(Examples.OF_THE_KEPT + 3 * Examples.OF_A_REASON, page.split("<figure>").length - 1);
        assertTrue(page.length() < 60_000, page.length() + " characters");
        assertTrue(page.contains("700 valid structures came more than once; the most frequent:"));
    }

    @Test
    void theSameStructuresGiveTheSameBytes() throws IOException {
        report.add("first", CARBON_MONOXIDE, Samples.valid("A"), Optional.empty());
        assertEquals(page(), page());
    }

    @Test
    void aReferenceIsDrawnOverTheStructures() throws IOException {
        report.add("first", CARBON_MONOXIDE, Samples.valid("A"), Optional.empty());
        assertTrue(page().contains("would be drawn over them"));
        assertFalse(page().contains("<polyline class=\"reference\""));
        report.reference("drugs.sdf").addSizes(Map.of(2, 10L, 4, 30L));
        assertTrue(page().contains("<span>these structures</span><span>drugs.sdf</span>"));
        assertTrue(page().contains("<polyline class=\"reference\""));
        assertTrue(page().contains("atoms <span class=\"soft\">· mean 2.00, reference 3.50</span>"), page());
    }

    @Test
    void anEmptyReportIsAPage() throws IOException {
        String page = page(new Summary("Nothing", "", List.of(new Stage("read", 0, "from files")), Map.of(), Map.of(), Map.of(),
                List.of("no-such.sdf: there is no such file.")));
        assertTrue(page.contains("no-such.sdf") && page.endsWith("</html>\n"));
    }

    private String page() throws IOException {
        return page(new Summary("Molecules", "Read from two files.",
                List.of(new Stage("read", 4, "from files"), new Stage("valid", 3, "passed every check of validity")),
                reasons, Map.of("seed", "7"), Map.of("java", "17"), List.of()));
    }

    private String page(Summary summary) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        report.write(summary, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

package dev.mldigest.extract;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;

/** PDFs that are made to exhaust whoever reads them, object by object. */
final class HostilePdfs {
  private static final String ROOT = "<</Type/Catalog/Pages 2 0 R>>";
  private static final String ONE_PAGE = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
  private static final String PAGE =
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
          + "/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>";
  private static final String FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";

  private HostilePdfs() {}

  static Map<String, byte[]> all() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("deep-page-tree", deepPageTree());
    all.put("page-tree-loop", pdf(text(ROOT), text("<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>")));
    all.put("parents-loop", page(text("q "), text(FONT), text("<</Parent 6 0 R>>")));
    all.put("operators", content("0 0 m 1 1 l S\n".repeat(1_000_000)));
    all.put("states", content("q ".repeat(3_000_000)));
    all.put("glyphs", content("BT /F 1 Tf (" + "a".repeat(5_000_000) + ") Tj ET"));
    all.put("words", content("BT /F 1 Tf " + "(a) Tj 9 0 Td ".repeat(1_000_000) + "ET"));
    all.put("array", content("[" + "1000 ".repeat(3_000_000) + "] TJ"));
    all.put("open-arrays", content("[".repeat(2_000_000)));
    all.put("bomb", content(" ".repeat(100_000_000)));
    byte[] twice =
        deflated(new String(deflated(" ".repeat(100_000_000)), StandardCharsets.ISO_8859_1));
    all.put("bomb-in-bomb", page(stream("/Filter[/FlateDecode/FlateDecode]", twice), text(FONT)));
    all.put("lzw", page(stream("/Filter/LZWDecode", new byte[1_000_000]), text(FONT)));
    all.put(
        "hyphens",
        content("BT /F 9 Tf 1 0 0 1 50 800 Tm " + "(abc-) Tj 0 -.1 Td ".repeat(24_000) + "ET"));
    return all;
  }

  /**
   * A form that draws itself twice, and so on: millions of times at the depth the library allows.
   */
  static byte[] formLoop() {
    return page(stream("", deflated("/X Do")), text(FONT), form("/X Do /X Do"));
  }

  private static byte[] deepPageTree() {
    List<byte[]> objects = new ArrayList<>(List.of(text(ROOT)));
    int depth = 150_000;
    for (int i = 2; i < depth; i++) {
      objects.add(
          text("<</Type/Pages/Count 1/Parent " + (i - 1) + " 0 R/Kids[" + (i + 1) + " 0 R]>>"));
    }
    objects.add(text("<</Type/Page/Parent " + (depth - 1) + " 0 R>>"));
    return pdf(objects.toArray(byte[][]::new));
  }

  private static byte[] content(String operators) {
    return page(stream("/Filter/FlateDecode", deflated(operators)), text(FONT));
  }

  private static byte[] page(byte[]... from4) {
    List<byte[]> objects = new ArrayList<>(List.of(text(ROOT), text(ONE_PAGE), text(PAGE)));
    objects.addAll(List.of(from4));
    return pdf(objects.toArray(byte[][]::new));
  }

  private static byte[] form(String operators) {
    return stream(
        "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>",
        text(operators));
  }

  private static byte[] stream(String dictionary, byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String plain = dictionary.isEmpty() ? "/Filter/FlateDecode" : dictionary;
    out.writeBytes(text("<<" + plain + "/Length " + body.length + ">>\nstream\n"));
    out.writeBytes(body);
    out.writeBytes(text("\nendstream"));
    return out.toByteArray();
  }

  private static byte[] pdf(byte[]... objects) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(text("%PDF-1.7\n"));
    StringBuilder table = new StringBuilder("xref\n0 " + (objects.length + 1));
    table.append("\n0000000000 65535 f \n");
    for (int i = 0; i < objects.length; i++) {
      table.append("%010d 00000 n \n".formatted(out.size()));
      out.writeBytes(text((i + 1) + " 0 obj\n"));
      out.writeBytes(objects[i]);
      out.writeBytes(text("\nendobj\n"));
    }
    int xref = out.size();
    out.writeBytes(text(table + "trailer\n<</Root 1 0 R/Size " + (objects.length + 1) + ">>\n"));
    out.writeBytes(text("startxref\n" + xref + "\n%%EOF"));
    return out.toByteArray();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] deflated(String text) {
    Deflater deflater = new Deflater();
    deflater.setInput(text(text));
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }
}

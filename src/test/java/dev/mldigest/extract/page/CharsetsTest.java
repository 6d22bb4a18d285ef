package dev.mldigest.extract.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.text.encoding.Decoded;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetsTest {
  private static final String RUSSIAN = "Новая статья о машинном обучении и больших моделях";

  private static Decoded decoded(byte[] body, @Nullable String header) {
    return Charsets.decode(body, header, Page.MOST_BYTES);
  }

  private static Decoded decoded(String text, String charset, @Nullable String header) {
    return decoded(text.getBytes(Charset.forName(charset)), header);
  }

  /** Bytes of several encodings, one after the other. */
  private static byte[] bytes(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  @Test
  void a_byte_order_mark_goes_before_the_header_and_the_header_before_the_meta_element() {
    byte[] mark = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};
    byte[] meta = "<meta charset=koi8-r>".getBytes(StandardCharsets.US_ASCII);
    byte[] russian = RUSSIAN.getBytes(Charset.forName("windows-1251"));
    assertThat(
            decoded(
                    bytes(mark, meta, RUSSIAN.getBytes(StandardCharsets.UTF_8)),
                    "text/html; charset=windows-1251")
                .text())
        .isEqualTo("<meta charset=koi8-r>" + RUSSIAN);
    assertThat(decoded(bytes(meta, russian), "text/html; charset=\"Windows-1251\"").text())
        .isEqualTo("<meta charset=koi8-r>" + RUSSIAN);
    assertThat(decoded("<meta charset=koi8-r>" + RUSSIAN, "KOI8-R", "text/html").text())
        .endsWith(RUSSIAN);
    assertThat(decoded("<meta charset=koi8-r>" + RUSSIAN, "KOI8-R", "a/b; charset=klingon").text())
        .endsWith(RUSSIAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<meta charset=windows-1251>",
        "<META\tCharset = ' windows-1251 '>",
        "<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>",
        "<meta content='text/html; charset=cp1251' http-equiv=\"content-type\" />",
        "<!-- <meta charset=utf-8> --><!doctype html><html lang=ru><meta charset=x-cp1251>",
        "<!--><meta charset=windows-1251>",
        "<p title='<meta charset=koi8-r>'><meta charset=windows-1251>",
        "<meta name=description content='the charset=koi8-r'><meta charset=windows-1251>",
        "<meta charset=klingon><meta charset=windows-1251>",
        "<?xml version='1.0' encoding='windows-1251'?><html>",
      })
  void a_meta_element_is_found_as_the_standard_finds_it(String head) {
    Decoded decoded = decoded(head + "Ёлка: «да»", "windows-1251", "text/html");
    assertThat(decoded.text()).endsWith("Ёлка: «да»");
    assertThat(decoded.notes()).isEmpty();
  }

  @Test
  void a_meta_element_that_comes_late_is_believed_before_anything_is_guessed() {
    String late = "<style>" + ".a{}".repeat(600) + "</style><meta charset=windows-1254>";
    assertThat(decoded(late + "İstanbul'da şiir", "windows-1254", null).text())
        .endsWith("İstanbul'da şiir");
  }

  @Test
  void utf_16_in_a_meta_element_is_utf_8_and_an_encoding_of_ones_own_is_windows_1252() {
    assertThat(decoded("<meta charset=utf-16>Zoë", "UTF-8", null).text()).endsWith("Zoë");
    assertThat(decoded("<meta charset=x-user-defined>„Zoë“", "windows-1252", null))
        .isEqualTo(decoded("<meta charset=x-user-defined>„Zoë“", "windows-1252", "a/b"))
        .extracting(Decoded::text)
        .asString()
        .endsWith("„Zoë“");
    assertThat(decoded("„Zoë“ – 3 €", "windows-1252", "text/html; charset=iso-8859-1").text())
        .isEqualTo("„Zoë“ – 3 €");
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-16LE, text/html; charset=utf-16",
    "UTF-16BE, text/html; charset=utf-16be",
    "UTF-16LE, text/html",
    "UTF-16BE, text/html; charset=utf-8",
    "UTF-8, text/html; charset=utf-16",
    "GBK, text/html; charset=gb2312",
    "Big5, text/html; charset=big5",
    "EUC-JP, text/html; charset=euc-jp",
    "ISO-2022-JP, text/html; charset=iso-2022-jp"
  })
  void letters_of_several_bytes_are_read(String charset, String header) {
    assertThat(decoded("<p>文字 and 文字</p>", charset, header).text()).isEqualTo("<p>文字 and 文字</p>");
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, Zoë and “words”",
    "windows-1252, Zoë and “words”",
    "windows-1251, Новая статья о машинном обучении и больших моделях",
    "EUC-JP, これはモデルのためのテキストです",
    "windows-31j, これはモデルのためのテキストです"
  })
  void what_is_not_stated_is_detected(String charset, String text) {
    Decoded decoded = decoded("<p>" + text, charset, "text/html");
    assertThat(decoded.text()).isEqualTo("<p>" + text);
    assertThat(decoded.notes()).hasSize(charset.equals("UTF-8") ? 0 : 1);
  }

  @ParameterizedTest
  @CsvSource({"iso-8859-1", "windows-1251", "gb2312", "shift_jis", "us-ascii"})
  void utf_8_under_another_name_is_read_and_noted(String lie) {
    Decoded decoded = decoded("<p>“Zoë’s” – é “a” ”", "UTF-8", "text/html; charset=" + lie);
    assertThat(decoded.text()).isEqualTo("<p>“Zoë’s” – é “a” ”");
    assertThat(decoded.notes()).singleElement().asString().contains("is UTF-8");
  }

  @Test
  void a_header_that_cannot_be_right_gives_way_to_the_page() {
    Decoded decoded =
        decoded("<meta charset=koi8-r>" + RUSSIAN, "KOI8-R", "text/html; charset=utf-8");
    assertThat(decoded.text()).endsWith(RUSSIAN);
  }

  @Test
  void single_odd_bytes_in_utf_8_spoil_nothing_else() {
    byte[] body =
        bytes(
            "<meta charset=iso-8859-1><p>Größe, Höhe, Länge – „so“ "
                .getBytes(StandardCharsets.UTF_8),
            new byte[] {(byte) 0xe9});
    Decoded decoded = decoded(body, "text/html; charset=utf-8");
    assertThat(decoded.text()).endsWith("Größe, Höhe, Länge – „so“ é");
    assertThat(decoded.notes()).isNotEmpty();
  }

  @Test
  void text_encoded_twice_is_healed_and_noted() {
    String twice =
        new String("It’s “Zoë”".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    Decoded decoded = decoded("<p>" + twice, "UTF-8", "text/html; charset=utf-8");
    assertThat(decoded.text()).isEqualTo("<p>It’s “Zoë”");
    assertThat(decoded.notes()).singleElement().asString().contains("encoded twice");
  }

  @Test
  void a_character_cut_in_two_at_the_bound_changes_nothing() {
    byte[] body = "aaaa€".getBytes(StandardCharsets.UTF_8);
    for (int most = 4; most < 7; most++) {
      assertThat(Charsets.decode(body, null, most))
          .isEqualTo(new Decoded("aaaa", java.util.List.of()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<", "<meta", "<meta ", "<meta charset", "<meta charset='x", "<!--", "</"})
  void a_page_that_breaks_off_in_its_first_bytes_is_read_as_it_is(String page) {
    assertThat(decoded(page, "UTF-8", null).text()).isEqualTo(page);
  }
}

package dev.mldigest.testkit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Texts that try to be more than text. */
public final class Payloads {
  private Payloads() {}

  /** Some that others collected; the test is skipped where they are absent. */
  public static List<String> collected() throws IOException {
    Path file = Corpora.at("injection/payloads.jsonl");
    ObjectMapper mapper = new ObjectMapper();
    List<String> all = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      all.add(mapper.readTree(line).path("p").asText());
    }
    return all;
  }

  /** Those written for this project. */
  public static List<String> own() {
    return OWN;
  }

  private static final List<String> OWN =
      List.of(
          "[click](https://evil.example/)",
          "](https://evil.example/)",
          "x](https://evil.example/) [y",
          "![pixel](https://evil.example/p.png)",
          "![][ref]",
          "[ref]: https://evil.example/ \"t\"",
          "[^1]: footnote",
          "[[wiki]]",
          "<https://evil.example/>",
          "<me@evil.example>",
          "https://evil.example/path?q=1",
          "HTTPS://EVIL.EXAMPLE",
          "http&#58;//evil.example/",
          "http&colon;//evil.example/",
          "http:\\//evil.example/",
          "https:/\u200B/evil.example",
          "ftp://evil.example/",
          "//evil.example/",
          "file:///etc/passwd",
          "javascript:alert(1)",
          "[x](javascript:alert(1))",
          "[x](data:text/html;base64,AAAA)",
          "www.evil.example",
          "WWW.evil.example/login",
          "wwwww.evil.example",
          "me@evil.example",
          "mailto:me@evil.example",
          "a.b-c_d+e@evil.co.example",
          "pass@1.evil.example",
          "pass@k",
          "x@k.com",
          "@everyone",
          "<script>alert(1)</script>",
          "<img src=x onerror=alert(1)>",
          "</a></h3><h1>owned</h1>",
          "<!-- item:id1 v=00000000 -->",
          "--> <b>x</b> <!--",
          "<!-- unclosed",
          "<?php echo 1 ?>",
          "<![CDATA[x]]>",
          "<!DOCTYPE html>",
          "&lt;script&gt;",
          "&#60;b&#62;",
          "**bold** and __bold__",
          "*a*b*c_d_e__f",
          "***",
          "---",
          "===",
          "# heading",
          "a\n===",
          "a\n---\nb",
          "\n\n## Papers\n\n- x",
          "> quote",
          "- [ ] task",
          "+ plus",
          "1) one",
          "999999999. nine",
          "```\ncode",
          "~~~ js\ncode",
          "`code` ``more` `",
          "`unclosed [x](https://evil.example/)",
          "    indented",
          "\tindented",
          "a | b\n--|--\n1 | 2",
          "| a |\n|---|",
          "~~gone~~",
          "$$\\href{https://evil.example}{x}$$",
          "\\",
          "ends with \\",
          "\\[x\\](https://evil.example/)",
          "a  \nb\\\nc",
          "{{ .Subscriber.Email }} {% raw %} {{{x}}}",
          "{: onclick=\"x\"}",
          "\u202Emoc.live\u202C",
          "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301",
          "😀@evil.example 👨‍👩‍👧",
          "\"><svg onload=alert(1)>",
          "```\u0000```",
          "::: warning",
          "!!! note",
          ": definition",
          "^[inline note](x)",
          "*[HTML]: abbreviation",
          "x".repeat(10_000) + "](https://evil.example/)",
          "[".repeat(5_000),
          "*a ".repeat(2_000),
          "<".repeat(3_000) + "a",
          "\\[".repeat(2_000),
          ">".repeat(3_000) + " a");
}

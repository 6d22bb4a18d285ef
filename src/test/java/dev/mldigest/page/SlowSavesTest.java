package dev.mldigest.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mldigest.testkit.Internet;
import dev.mldigest.testkit.PageClient;
import dev.mldigest.testkit.Program;
import dev.mldigest.testkit.Wire;
import java.io.IOException;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that hangs while an editor types on. */
class SlowSavesTest {
  private static final int EDITS = 50;

  @TempDir Path folder;
  private Program program;
  private OpenPage page;

  @BeforeEach
  void an_issue() throws IOException {
    try (Internet internet = new Internet()) {
      program = new Program(folder, internet.configuration(""), Internet.NOW.toString());
      assertThat(program.run().code()).isZero();
    }
    page = new OpenPage(program, Internet.WEEK);
  }

  @AfterEach
  void close() {
    page.close();
  }

  @Test
  void fifty_edits_of_a_page_conflict_with_nobody_and_none_is_lost() throws IOException {
    PageClient.Tab tab = page.browser.tab();
    List<String> items = new ArrayList<>();
    tab.state().get("order").forEach(id -> items.add(id.textValue()));
    List<Socket> requests = new ArrayList<>();
    try (FileChannel lock =
        FileChannel.open(program.output().resolve("state/review.lock"), StandardOpenOption.WRITE)) {
      lock.lock(); // as a program that writes the issue and does not come to an end
      for (int i = 0; i < EDITS; i++) {
        requests.add(
            sent(tab.request("/acts", tab.act("edit", items.get(i % 3)).put("text", text(i)))));
      }
    }
    for (Socket request : requests) {
      String answer = Wire.read(request.getInputStream()).body();
      assertThat(answer).startsWith("{\"outcome\":\"saved\"");
      request.close();
    }
    String history = program.onOutput("history", "--json").out();
    for (int i = 0; i < EDITS; i++) {
      assertThat(history).contains("Words of edit " + i + ".");
    }
    String digest = Files.readString(program.digest(Internet.WEEK));
    assertThat(digest.split("Words of edit ", -1)).hasSize(4);
  }

  private static String text(int edit) {
    return "### Title\n\nWords of edit " + edit + ".";
  }

  private Socket sent(String request) throws IOException {
    Socket socket = page.browser.wire().open();
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
    return socket;
  }
}

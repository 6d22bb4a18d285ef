package dev.mldigest.pipeline.filing;

import dev.mldigest.domain.Week;
import dev.mldigest.review.desk.Act;
import dev.mldigest.review.desk.Desk;
import dev.mldigest.review.desk.Event;
import dev.mldigest.store.Store;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that rejects an item, says when it has come to a step, and stays there to be killed.
 */
final class DeskProcess {
  private DeskProcess() {}

  /**
   * @param arguments the folder, the week, the item, the step
   */
  public static void main(String[] arguments) {
    IssueFiles files =
        new IssueFiles(
            Path.of(arguments[0]),
            step -> {
              if (step.equals(arguments[3])) {
                System.out.println("there");
                System.out.flush();
                while (true) {
                  LockSupport.park();
                }
              }
            });
    try (Store store = Store.open(files.state())) {
      Desk desk =
          Desks.open(
              Week.parse(arguments[1]), store, files, InstantSource.system(), new ArrayList<>());
      desk.append(new Act.Reject(arguments[2], "2"), Desk.LATEST, Event.COMMAND);
    }
  }
}

package dev.mldigest.cli.desk;

import java.util.List;

/** The commands of this room, for {@code digest}. */
public final class DeskCommands {
  private DeskCommands() {}

  /** In the order of the help. */
  public static List<Class<?>> inOrder() {
    return List.of(
        PickCommand.class,
        AddCommand.class,
        AcceptCommand.class,
        RejectCommand.class,
        PinCommand.class,
        NoteCommand.class,
        MoveCommand.class,
        SubjectCommand.class,
        UndoCommand.class,
        HistoryCommand.class,
        LintCommand.class,
        ApproveCommand.class,
        RedoCommand.class);
  }
}

package dev.mldigest.store.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.NativeLibraryNotFoundException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * What is the matter with the state, in one sentence: what, where, what to do. Only what SQLite
 * itself calls a damaged file is one (SQLITE_CORRUPT and SQLITE_NOTADB with their extended codes,
 * sqlite.org/rescode.html): whoever reads "damaged" moves the file away, and that must not happen
 * for want of room or of a permission.
 */
public final class Diagnosis {
  /** Less room than this is none: a page, the shared memory and the log want some. */
  private static final long NO_ROOM = 256L * 1024;

  /** What cannot be had without room on the disk, though it is not reported as a full disk. */
  private static final Set<SQLiteErrorCode> WANT_OF_ROOM =
      Set.of(
          SQLiteErrorCode.SQLITE_FULL,
          SQLiteErrorCode.SQLITE_IOERR_SHMSIZE,
          SQLiteErrorCode.SQLITE_IOERR_SHMMAP);

  private static final Set<SQLiteErrorCode> SHARED_MEMORY =
      Set.of(
          SQLiteErrorCode.SQLITE_IOERR_SHMSIZE,
          SQLiteErrorCode.SQLITE_IOERR_SHMMAP,
          SQLiteErrorCode.SQLITE_IOERR_SHMOPEN);

  private Diagnosis() {}

  /** What to tell of a failure with the state file; a bug of ours is thrown as it is. */
  public static StateException of(Path file, Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLiteException sqlite) {
        return sqlite(file, sqlite);
      }
      if (cause instanceof NativeLibraryNotFoundException) {
        return library(file, e);
      }
    }
    if (e instanceof IOException) {
      return folder(file, e);
    }
    if (e instanceof SQLException) {
      return passing(file, "cannot be used (" + first(e.getMessage()) + ")", "run again", e);
    }
    throw e instanceof RuntimeException bug ? bug : new IllegalStateException(e);
  }

  /** True where the memory that connections share could not be had. */
  static boolean wantsSharedMemory(SQLException e) {
    return e instanceof SQLiteException sqlite && SHARED_MEMORY.contains(sqlite.getResultCode());
  }

  /** The file itself is no longer what was written. */
  static StateException damaged(Path file, String what, @Nullable Exception e) {
    return new StateException(
        "The state file "
            + file
            + " is damaged ("
            + first(what)
            + "); it was left as it is: restore a backup, or move it away to start afresh.",
        false,
        e == null ? new IllegalStateException(what) : e);
  }

  private static StateException sqlite(Path file, SQLiteException e) {
    int primary = e.getResultCode().code & 0xff;
    if (primary == SQLiteErrorCode.SQLITE_CORRUPT.code
        || primary == SQLiteErrorCode.SQLITE_NOTADB.code) {
      return damaged(file, String.valueOf(e.getMessage()), e);
    }
    if (WANT_OF_ROOM.contains(e.getResultCode())
        || (primary == SQLiteErrorCode.SQLITE_IOERR.code && isFull(file))) {
      return new StateException(
          "The disk is full: the state in "
              + file.toAbsolutePath().getParent()
              + " could not be written; free some space there and run again: it is sound, and"
              + " nothing was lost.",
          true,
          e);
    }
    String code = e.getResultCode().name();
    return switch (e.getResultCode().code & 0xff) {
      case 3, 8, 14, 23 -> // PERM, READONLY, CANTOPEN, AUTH
          passing(
              file,
              "cannot be written (" + code + ")",
              "check the permissions of the file and of its folder, and whether the disk may be"
                  + " written",
              e);
      case 5, 6 -> // BUSY, LOCKED
          passing(file, "is held by another program (" + code + ")", "wait for it or stop it", e);
      case 10 -> // IOERR
          passing(
              file,
              "could not be read or written (" + code + ")",
              "check the disk and run again",
              e);
      default ->
          passing(
              file,
              "could not be used (" + code + ": " + first(e.getMessage()) + ")",
              "run again; if that does not help, this is a bug",
              e);
    };
  }

  private static StateException passing(Path file, String what, String todo, Exception e) {
    return new StateException(
        "The state file "
            + file
            + " "
            + what
            + "; "
            + todo
            + ": the state is sound, nothing was"
            + " lost.",
        true,
        e);
  }

  private static StateException library(Path file, Exception e) {
    return new StateException(
        "The program library of SQLite can be loaded neither from "
            + file.toAbsolutePath().getParent()
            + " nor from "
            + System.getProperty("org.sqlite.tmpdir", System.getProperty("java.io.tmpdir"))
            + ": one of these folders must be writable and allow programs (no 'noexec'); name"
            + " another one with DIGEST_JAVA_OPTS=-Dorg.sqlite.tmpdir=FOLDER. The state is sound.",
        true,
        e);
  }

  private static StateException folder(Path file, Exception e) {
    Path folder = file.toAbsolutePath().getParent();
    return isFull(file)
        ? new StateException(
            "The disk is full: the state folder "
                + folder
                + " cannot be made or written; free some space there and run again.",
            true,
            e)
        : new StateException(
            "The state folder "
                + folder
                + " cannot be created or written; check its permissions or choose another with"
                + " --output.",
            false,
            e);
  }

  private static boolean isFull(Path file) {
    try {
      Path there = file.toAbsolutePath();
      while (!Files.exists(there) && there.getParent() != null) {
        there = there.getParent();
      }
      return Files.getFileStore(there).getUsableSpace() < NO_ROOM;
    } catch (IOException e) {
      return false;
    }
  }

  private static String first(@Nullable String words) {
    return String.valueOf(words).lines().findFirst().orElse("");
  }
}

package dev.mldigest.extract.body.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreesTest {
  /** {@code column 1 <= 2 ? (column 0 <= 5 ? -3 : 4) : 1}, its nodes in no order of their own. */
  private static final Trees.Tree TREE =
      new Trees.Tree(
          new int[] {1, -1, 0, -1, -1},
          new float[] {2, 1, 5, -3, 4},
          new int[] {2, 0, 3, 0, 0},
          new int[] {1, 0, 4, 0, 0});

  @Test
  void each_row_goes_to_its_own_leaf() {
    Trees trees = new Trees(List.of(TREE));

    // Of odds of e to the fourth, the first power and minus the third the even ones are exceeded.
    assertThat(trees.exceed(0.9, new float[] {6, 2})).isTrue();
    assertThat(trees.exceed(0.9, new float[] {5, 2})).isFalse();
    assertThat(trees.exceed(0.1, new float[] {5, 2})).isFalse();
    assertThat(trees.exceed(0.6, new float[] {0, 3})).isTrue();
    assertThat(trees.exceed(0.8, new float[] {0, 3})).isFalse();
  }

  @Test
  void a_tree_of_more_columns_than_can_be_told_is_refused() {
    Trees.Tree wide =
        new Trees.Tree(
            new int[] {1024, -1, -1}, new float[3], new int[] {1, 0, 0}, new int[] {2, 0, 0});

    assertThatThrownBy(() -> new Trees(List.of(wide)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("column 1024");
  }

  @Test
  void more_trees_than_can_be_told_are_refused() {
    List<Trees.Tree> many = Collections.nCopies(220_000, TREE);

    assertThatThrownBy(() -> new Trees(many))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("1100000 nodes");
  }
}

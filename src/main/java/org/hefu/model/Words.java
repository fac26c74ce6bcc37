package org.hefu.model;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The texts that a policy's conditions compare with, in order, each found at once. */
final class Words extends AbstractList<String> {
  private static final int NONE = -1;

  private final List<String> words;
  private volatile @Nullable Map<String, Integer> numbers;

  Words(List<String> words) {
    this.words = List.copyOf(words);
  }

  /** Always: each text is there once. */
  private Map<String, Integer> numbers() {
    Map<String, Integer> known = numbers;
    if (known == null) {
      known = new HashMap<>();
      for (String word : words) {
        known.put(word, known.size());
      }
      numbers = known;
    }
    return known;
  }

  @Override
  public int indexOf(Object word) {
    return word instanceof String text ? numbers().getOrDefault(text, NONE) : NONE;
  }

  @Override
  public String get(int index) {
    return words.get(index);
  }

  @Override
  public int size() {
    return words.size();
  }
}

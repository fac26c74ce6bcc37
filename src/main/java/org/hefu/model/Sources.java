package org.hefu.model;

import java.util.AbstractList;
import java.util.Comparator;
import java.util.List;
import org.hefu.text.Sha256;
import org.hefu.text.Source;
import org.jspecify.annotations.Nullable;

/** The texts of a policy, and what tells them from all others. */
public final class Sources extends AbstractList<Source> {
  private final List<Source> sources;
  private volatile @Nullable String hash;

  public Sources(List<Source> sources) {
    this.sources = List.copyOf(sources);
  }

  /** With their hash, where it is known already. */
  public Sources(List<Source> sources, String hash) {
    this(sources);
    this.hash = hash;
  }

  /**
   * SHA-256 of the texts, whatever their files are called and in whatever order they were given, in
   * hexadecimal.
   */
  public String hash() {
    String known = hash;
    if (known == null) {
      Sha256 of = new Sha256();
      sources.stream().map(Source::text).sorted(Comparator.naturalOrder()).forEach(of::add);
      known = of.hexadecimal();
      hash = known;
    }
    return known;
  }

  @Override
  public Source get(int index) {
    return sources.get(index);
  }

  @Override
  public int size() {
    return sources.size();
  }
}

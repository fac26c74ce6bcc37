package org.hefu.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hefu.text.Bilingual;
import org.jspecify.annotations.Nullable;

/** A closed set of named members: plain, ordered from low to high, or a tree. */
public final class Kind {
  /** How the members stand to each other. */
  public enum Shape {
    FLAT,
    ORDERED,
    TREE
  }

  /**
   * One member. In a tree, the members {@code index} to {@code last} are this one and all below it.
   *
   * @param parent the index of the member above, -1 at the top
   * @param note what else its author says of it, such as the term of another vocabulary
   */
  public record Member(Names names, int index, int last, int parent, Bilingual note) {
    public Member(Names names, int index, int last, int parent) {
      this(names, index, last, parent, Bilingual.NONE);
    }

    /** This member without what lies below it. */
    public Member alone() {
      return new Member(names, index, index, parent, note);
    }

    public boolean holds(Member other) {
      return index <= other.index && other.index <= last;
    }

    @Override
    public int hashCode() {
      return index;
    }
  }

  private final Names names;
  private final Shape shape;
  private final List<Member> members;
  private volatile @Nullable Map<String, Member> byName;
  private final int[] lasts;
  private final int[] parents;

  public Kind(Names names, Shape shape, List<Member> members) {
    this.names = names;
    this.shape = shape;
    this.members = List.copyOf(members);
    this.parents = new int[members.size()];
    this.lasts = new int[members.size()];
    for (int i = 0; i < parents.length; i++) {
      parents[i] = members.get(i).parent();
      lasts[i] = members.get(i).last();
    }
  }

  /** Of most kinds nobody asks. */
  private Map<String, Member> byName() {
    Map<String, Member> known = byName;
    if (known == null) {
      known = new HashMap<>();
      for (Member member : members) {
        known.put(member.names().name(), member);
        for (String alias : member.names().aliases()) {
          known.putIfAbsent(alias, member);
        }
      }
      byName = known;
    }
    return known;
  }

  public Names names() {
    return names;
  }

  public Shape shape() {
    return shape;
  }

  public List<Member> members() {
    return members;
  }

  public Member member(int index) {
    return members.get(index);
  }

  /** For each member, by index, the last one below it. The array is shared: leave it as it is. */
  public int[] lasts() {
    return lasts;
  }

  /** For each member, by index, the one above it, -1 at the top. The array is shared, too. */
  public int[] parents() {
    return parents;
  }

  /** By its name or an alias. */
  public Optional<Member> member(String name) {
    return Optional.ofNullable(byName().get(name));
  }

  /** All names and aliases, for suggestions. */
  public Collection<String> words() {
    return List.copyOf(byName().keySet());
  }

  /** The member and those above it, the highest first. */
  public List<Member> ancestry(Member member) {
    List<Member> line = new ArrayList<>();
    for (int at = member.index(); at >= 0; at = members.get(at).parent()) {
      line.addFirst(members.get(at));
    }
    return line;
  }

  /** Has the member others below it? */
  public static boolean isDivided(Member member) {
    return member.last() > member.index();
  }

  /**
   * How a row holds "within this member, but within none of those listed below it". No flow can say
   * so; it stands for the places, purposes and so on that the kind does not list.
   */
  public long elsewhere(Member member) {
    return (long) members.size() + member.index();
  }

  @Override
  public String toString() {
    return names.name();
  }
}

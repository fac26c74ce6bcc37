package org.hefu.grant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hefu.model.Grant;
import org.hefu.model.Party;
import org.hefu.model.Pattern;
import org.hefu.model.Stored;
import org.hefu.model.Term;
import org.hefu.text.Bilingual;
import org.hefu.text.Source;
import org.hefu.text.Span;

/**
 * Grants by number, each as a stretch of numbers: what a search looks at stands together, so that
 * it costs one look at memory.
 */
final class Table {
  static final int NONE = -1;

  // What a search looks at.
  static final int ACTS = 0;
  static final int PURPOSES = 1;
  static final int TERRITORY = 2;
  static final int FROM = 3;
  static final int TO = 4;
  static final int PARENT = 5;
  static final int STOPS = 6;
  static final int AUTHORITY = 7;
  private static final int SEARCHED = 8;

  // What else is told of a grant.
  static final int GRANTOR = 0;
  static final int GRANTEE = 1;
  static final int DATA = 2;
  static final int DEPTH = 3;
  static final int LINE = 4;
  private static final int TOLD = 5;

  /** Over what a grantor has original authority, as far as it bears on a grant. */
  static final class Over {
    final int[] patterns;

    /** Over all of the grant's data? */
    final boolean all;

    Over(int[] patterns, boolean all) {
      this.patterns = patterns;
      this.all = all;
    }
  }

  final String file;
  final Stored asked;
  final Texts texts = new Texts();
  final Texts titles = new Texts();
  final DataSets sets = new DataSets();
  final MemberSets acts;
  final Optional<MemberSets> places;
  final Uses uses;
  private final Ints searched = new Ints();
  private final Ints told = new Ints();
  private final List<int[]> patterns = new ArrayList<>();
  final List<Grant.Stop[]> stops = new ArrayList<>();

  /** By number, for those at the top of a chain. */
  final List<Over> authorities = new ArrayList<>();

  Table(String file, Stored asked) {
    this.file = file;
    this.asked = asked;
    this.acts = new MemberSets(asked.act());
    this.places = asked.territory().map(MemberSets::new);
    this.uses = new Uses(asked, texts);
  }

  int size() {
    return told.size() / TOLD;
  }

  int searched(int grant, int what) {
    return searched.get(grant * SEARCHED + what);
  }

  /** Does it hang on no other grant, was it never stopped, and is all of its data the grantor's? */
  boolean standsAlone(int grant) {
    return searched(grant, PARENT) < 0
        && searched(grant, STOPS) < 0
        && authorities.get(searched(grant, AUTHORITY)).all;
  }

  void search(int grant, int what, int value) {
    searched.set(grant * SEARCHED + what, value);
  }

  int told(int grant, int what) {
    return told.get(grant * TOLD + what);
  }

  void tell(int grant, int what, int value) {
    told.set(grant * TOLD + what, value);
  }

  /** Adds a grant, of which nothing is known yet. */
  int add() {
    int grant = size();
    for (int i = 0; i < SEARCHED; i++) {
      searched.add(NONE);
    }
    for (int i = 0; i < TOLD; i++) {
      told.add(NONE);
    }
    return grant;
  }

  /** A list of patterns as one number: of one alone its own. */
  int listed(int[] several) {
    if (several.length == 1) {
      return several[0];
    }
    patterns.add(several);
    return -patterns.size();
  }

  int patterns(int list) {
    return list >= 0 ? 1 : patterns.get(-list - 1).length;
  }

  int pattern(int list, int index) {
    return list >= 0 ? list : patterns.get(-list - 1)[index];
  }

  List<Pattern> data(int grant) {
    int list = told(grant, DATA);
    List<Pattern> data = new ArrayList<>();
    for (int i = 0; i < patterns(list); i++) {
      data.add(sets.pattern(pattern(list, i)));
    }
    return data;
  }

  Party party(int grant, int which) {
    String name = texts.get(told(grant, which));
    return new Party(new Bilingual(name, name));
  }

  Bilingual title(int grant) {
    String title = titles.get(grant);
    return new Bilingual(title, title);
  }

  Span place(int grant) {
    return new Source(file, "", told(grant, LINE)).span(0, 0);
  }

  static long first(int day) {
    return day == Integer.MIN_VALUE ? Long.MIN_VALUE : day;
  }

  static long last(int day) {
    return day == Integer.MAX_VALUE ? Long.MAX_VALUE : day;
  }

  /** The grant, with those above it. */
  Grant grant(int number) {
    List<Integer> chain = new ArrayList<>();
    for (int at = number; at >= 0; at = searched(at, PARENT)) {
      chain.add(at);
    }
    Optional<Grant> parent = Optional.empty();
    for (int at : chain.reversed()) {
      parent = Optional.of(grant(at, parent));
    }
    return parent.orElseThrow();
  }

  /** The grant below this one. */
  Grant grant(int number, Optional<Grant> parent) {
    int purposes = searched(number, PURPOSES);
    int territory = searched(number, TERRITORY);
    int stopped = searched(number, STOPS);
    Span place = place(number);
    return new Grant(
        title(number),
        party(number, GRANTOR),
        party(number, GRANTEE),
        data(number),
        acts.get(searched(number, ACTS)),
        purposes < 0 ? Optional.empty() : Optional.of(uses.get(purposes)),
        territory < 0 ? Optional.empty() : places.map(p -> p.get(territory)),
        first(searched(number, FROM)),
        last(searched(number, TO)),
        told(number, DEPTH),
        parent,
        stopped < 0 ? List.of() : List.of(stops.get(stopped)),
        authority(number),
        Term.truth(place, true),
        Bilingual.NONE,
        place);
  }

  private List<Pattern> authority(int grant) {
    int number = searched(grant, AUTHORITY);
    return number == NONE
        ? List.of()
        : Arrays.stream(authorities.get(number).patterns).mapToObj(sets::pattern).toList();
  }
}

package org.hefu.grant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hefu.model.Covering.Aspect;
import org.hefu.model.Grant;
import org.hefu.model.GrantStore;
import org.hefu.model.Row;
import org.hefu.model.Stored;

/** Grants from a file, held in memory. */
final class FileStore implements GrantStore {
  private static final long A_SURE_LACK = 1000;

  private final Table table;
  private final Stored asked;
  private final Index index;
  private final String hash;

  FileStore(Table table, String hash) {
    this.table = table;
    this.asked = table.asked;
    this.index = new Index(table);
    this.hash = hash;
  }

  @Override
  public long text(String name) {
    return table.texts.find(name);
  }

  @Override
  public long place(String data) {
    return table.sets.place(data);
  }

  @Override
  public int size() {
    return table.size();
  }

  @Override
  public String hash() {
    return hash;
  }

  @Override
  public int covers(long[] row) {
    long party = row[asked.party()];
    long place = row[asked.place()];
    if (party == ELSEWHERE || index.size() == 0) {
      return Row.FALSE;
    }
    if (party == Row.UNKNOWN) {
      return Math.min(Row.MAYBE, most(0, index.size(), row));
    }
    if (place == Row.UNKNOWN) {
      return most(index.first((int) party), index.end((int) party), row);
    }
    int node = DataSets.node(place);
    boolean isNamed = !DataSets.isBelow(place);
    int most = isNamed ? about((int) party, node, true, row) : Row.FALSE;
    for (int at = DataSets.above(place); at >= 0 && most != Row.TRUE; at = table.sets.above(at)) {
      most = Math.max(most, about((int) party, at, false, row));
    }
    // Who states a name above those of the grants says too little.
    return most == Row.FALSE && isNamed && table.sets.hasBelow(node)
        ? most(index.first((int) party), index.end((int) party), row)
        : most;
  }

  /** The greatest truth that a grant of the party has which names the data set, or one above it. */
  private int about(int party, int node, boolean isItself, long[] row) {
    long place = row[asked.place()];
    int most = Row.FALSE;
    for (int i = index.first(party, node); most != Row.TRUE && index.isOf(i, party, node); i++) {
      boolean below = index.isBelow(i);
      int data = isItself ? DataSets.covers(below, place) : below ? Row.TRUE : Row.FALSE;
      if (data > most) {
        most = Math.max(most, Math.min(data, allowed(i, row)));
      }
    }
    return most;
  }

  /** Does the grant, apart from party and data, allow the flow, and has its chain force? */
  private int allowed(int entry, long[] row) {
    if (!index.isWithinPeriod(entry, row[asked.on().slot()])) {
      return Row.FALSE;
    }
    int least = table.acts.truth(index.acts(entry), row);
    least = Math.min(least, allowedPurpose(index.purposes(entry), row));
    least = Math.min(least, allowedTerritory(index.territory(entry), row));
    return least == Row.FALSE || index.standsAlone(entry)
        ? least
        : Math.min(least, chain(index.grant(entry), row));
  }

  /** The greatest truth that one of these entries has. */
  private int most(int from, int to, long[] row) {
    int most = Row.FALSE;
    for (int i = from; i < to && most != Row.TRUE; i++) {
      int data = data(index.pattern(i), row);
      if (data > most) {
        most = Math.max(most, Math.min(data, allowed(i, row)));
      }
    }
    return most;
  }

  private int data(int pattern, long[] row) {
    long place = row[asked.place()];
    return place == Row.UNKNOWN ? Row.MAYBE : table.sets.covers(pattern, place);
  }

  private int data(int list, int patterns, long[] row) {
    int most = Row.FALSE;
    for (int i = 0; i < patterns; i++) {
      most = Math.max(most, data(table.pattern(list, i), row));
    }
    return most;
  }

  /** Are the grant and those above it in force, and given by whom the data are? */
  private int chain(int grant, long[] row) {
    int first = grant;
    for (int each = grant; each >= 0; each = table.searched(each, Table.PARENT)) {
      if (!isInForce(each, row)) {
        return Row.FALSE;
      }
      first = each;
    }
    return authority(first, row);
  }

  private boolean isInForce(int grant, long[] row) {
    return isWithinPeriod(grant, row) && !isStopped(grant, row);
  }

  private int act(int grant, long[] row) {
    return table.acts.truth(table.searched(grant, Table.ACTS), row);
  }

  private int purpose(int grant, long[] row) {
    return allowedPurpose(table.searched(grant, Table.PURPOSES), row);
  }

  private int territory(int grant, long[] row) {
    return allowedTerritory(table.searched(grant, Table.TERRITORY), row);
  }

  private int allowedPurpose(int purposes, long[] row) {
    return purposes < 0 ? Row.TRUE : table.uses.truth(purposes, row);
  }

  private int allowedTerritory(int territory, long[] row) {
    return territory < 0 ? Row.TRUE : table.places.orElseThrow().truth(territory, row);
  }

  private boolean isWithinPeriod(int grant, long[] row) {
    long on = row[asked.on().slot()];
    return Table.first(table.searched(grant, Table.FROM)) <= on
        && on <= Table.last(table.searched(grant, Table.TO));
  }

  private boolean isStopped(int grant, long[] row) {
    int stops = table.searched(grant, Table.STOPS);
    if (stops < 0) {
      return false;
    }
    long on = row[asked.on().slot()];
    for (Grant.Stop stop : table.stops.get(stops)) {
      if (stop.holds(on)) {
        return true;
      }
    }
    return false;
  }

  private int authority(int grant, long[] row) {
    Table.Over over = table.authorities.get(table.searched(grant, Table.AUTHORITY));
    int most = over.all ? Row.TRUE : Row.FALSE;
    for (int pattern : over.patterns) {
      most = most == Row.TRUE ? most : Math.max(most, data(pattern, row));
    }
    return most;
  }

  @Override
  public List<Near> near(long[] row, int most) {
    long party = row[asked.party()];
    if (party == ELSEWHERE) {
      return List.of();
    }
    boolean isAny = party == Row.UNKNOWN;
    int from = isAny ? 0 : index.first((int) party);
    int to = isAny ? index.size() : index.end((int) party);
    int covered = covers(row);
    Set<Integer> seen = new LinkedHashSet<>();
    List<Near> near = new ArrayList<>();
    for (int i = from; i < to; i++) {
      int grant = index.grant(i);
      if (covers(i, isAny, row) == covered && seen.add(grant)) {
        near.add(new Near(table.grant(grant), covered, lacks(grant, isAny, row)));
        if (near.size() > 2 * most) {
          near.sort(Comparator.comparingLong(FileStore::distance));
          near.subList(most, near.size()).clear();
        }
      }
    }
    near.sort(Comparator.comparingLong(FileStore::distance));
    return List.copyOf(near.subList(0, Math.min(most, near.size())));
  }

  private static long distance(Near near) {
    return near.lacks().stream().filter(Lack::certain).count() * A_SURE_LACK + near.lacks().size();
  }

  /** Does the grant of an entry, by any of its patterns, cover the flow? */
  private int covers(int entry, boolean isAny, long[] row) {
    int list = table.told(index.grant(entry), Table.DATA);
    int covers = Math.min(data(list, table.patterns(list), row), allowed(entry, row));
    return isAny ? Math.min(Row.MAYBE, covers) : covers;
  }

  /** In what the grant falls short, and then the grants above it. */
  private List<Lack> lacks(int number, boolean isAny, long[] row) {
    List<Lack> lacks = new ArrayList<>();
    List<Grant> links = table.grant(number).chain().reversed();
    int list = table.told(number, Table.DATA);
    Grant own = links.getFirst();
    lack(lacks, own, Aspect.GRANTEE, isAny ? Row.MAYBE : Row.TRUE);
    lack(lacks, own, Aspect.DATA, data(list, table.patterns(list), row));
    lack(lacks, own, Aspect.ACT, act(number, row));
    lack(lacks, own, Aspect.PURPOSE, purpose(number, row));
    lack(lacks, own, Aspect.TERRITORY, territory(number, row));
    int at = number;
    for (Grant link : links) {
      int above = table.searched(at, Table.PARENT);
      lack(lacks, link, Aspect.AUTHORITY, above < 0 ? authority(at, row) : Row.TRUE);
      lack(lacks, link, Aspect.PERIOD, isWithinPeriod(at, row) ? Row.TRUE : Row.FALSE);
      lack(lacks, link, Aspect.STOP, isStopped(at, row) ? Row.FALSE : Row.TRUE);
      at = above;
    }
    return lacks;
  }

  private static void lack(List<Lack> lacks, Grant link, Aspect aspect, int truth) {
    if (truth != Row.TRUE) {
      lacks.add(new Lack(link, aspect, truth == Row.FALSE));
    }
  }
}

package org.hefu.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import org.hefu.model.Policy;
import org.hefu.model.Sources;
import org.hefu.store.Input.Reader;
import org.hefu.text.Later;
import org.hefu.text.Source;

/**
 * A checked policy as bytes and back: what is read is what was written, down to what is shared.
 *
 * <p>The bytes are the lengths of six sections and the sections: the texts in the policy, its
 * sources, what a decision needs, accounts, scenarios, and the sources' own texts.
 */
public final class Store {
  private static final int SECTIONS = 6;

  private Store() {}

  /** The bytes of a policy that has no problem. */
  public static byte[] write(Policy policy) {
    Output main = new Output();
    writeMain(main, policy);
    Output accounts = main.after();
    accounts.list(policy.accounts(), Law::write);
    Output scenarios = main.after();
    scenarios.list(policy.scenarios(), Scenarios::write);
    Output sources = main.after();
    List<Source> all = writeSources(sources, policy);
    return joined(
        main.texts().bytes(),
        sources.bytes(),
        main.bytes(),
        accounts.bytes(),
        scenarios.bytes(),
        texts(all));
  }

  private static void writeMain(Output out, Policy policy) {
    Vocabulary.write(out, policy.request());
    out.number(policy.slots());
    out.list(policy.words(), Output::text);
    // First, since their order is one in which each needs only those before it.
    out.list(policy.steps(), Norms::write);
    out.list(policy.instruments(), Law::write);
    out.list(policy.procedures(), Law::write);
    out.list(policy.questions(), Terms::write);
    out.list(policy.rules(), Norms::write);
    out.list(policy.defeaters(), Store::writeSets);
    out.list(policy.matches(), Terms::write);
    Grants.write(out, policy.roles());
    out.list(policy.grants(), Grants::write);
    out.list(policy.coverings(), Grants::write);
    out.maybe(policy.granted(), Terms::write);
    out.maybe(policy.stored(), Grants::write);
    out.maybe(policy.calendar(), Terms::write);
    out.list(policy.tallies(), Counts::write);
  }

  private static void writeSets(Output out, List<int[]> sets) {
    out.list(sets, (o, set) -> o.shared(set, Store::writeSet));
  }

  private static void writeSet(Output out, int[] set) {
    out.number(set.length);
    for (int each : set) {
      out.number(each);
    }
  }

  private static List<int[]> sets(Input in) {
    return in.list(i -> i.shared(Store::set));
  }

  private static int[] set(Input in) {
    int[] set = new int[in.number()];
    for (int i = 0; i < set.length; i++) {
      set[i] = in.number();
    }
    return set;
  }

  /** Names and lengths of all sources, in the order of their numbers, which they come back in. */
  private static List<Source> writeSources(Output out, Policy policy) {
    policy.sources().forEach(out::numbered);
    IdentityHashMap<Source, Integer> numbers = out.sources();
    List<Source> all = new ArrayList<>(numbers.keySet());
    all.sort(Comparator.comparing(numbers::get));
    out.text(policy.sources().hash());
    out.list(
        all,
        (o, source) -> {
          o.text(source.name());
          o.number(source.length());
        });
    out.list(policy.sources(), Output::source);
    return all;
  }

  private static byte[] texts(List<Source> sources) {
    ByteBuffer out = ByteBuffer.allocate(2 * sources.stream().mapToInt(Source::length).sum());
    sources.forEach(source -> Pool.put(source.text(), out));
    return out.array();
  }

  private static byte[] joined(byte[]... sections) {
    int size = 4 * sections.length;
    for (byte[] each : sections) {
      size += each.length;
    }
    ByteBuffer out = ByteBuffer.allocate(size);
    for (byte[] each : sections) {
      out.putInt(each.length);
    }
    for (byte[] each : sections) {
      out.put(each);
    }
    return out.array();
  }

  /**
   * The policy that was written.
   *
   * @param from where its bytes begin
   */
  public static Policy read(byte[] bytes, int from) {
    ByteBuffer lengths = ByteBuffer.wrap(bytes, from, 4 * SECTIONS);
    int[] starts = new int[SECTIONS];
    int at = from + 4 * SECTIONS;
    for (int i = 0; i < SECTIONS; i++) {
      starts[i] = at;
      at += lengths.getInt();
    }
    Pool texts = new Pool(bytes, starts[0]);
    Input head = new Input(bytes, starts[1], texts, new Source[0]);
    String hash = head.text();
    Source[] all = sources(head, bytes, starts[5]);
    List<Source> own = head.list(in -> all[in.number()]);
    Input in = new Input(bytes, starts[2], texts, all);
    var request = Vocabulary.request(in);
    int slots = in.number();
    var words = in.list(Input::text);
    var steps = in.list(Norms::step);
    var instruments = in.list(Law::instrument);
    var procedures = in.list(Law::procedure);
    var questions = in.list(Terms::question);
    var rules = in.list(Norms::rule);
    var defeaters = in.list(Store::sets);
    var matches = in.list(Terms::match);
    var roles = Grants.roles(in);
    var grants = in.list(Grants::grant);
    var coverings = in.list(Grants::covering);
    var granted = in.maybe(Terms::definition);
    var stored = in.maybe(Grants::stored);
    var calendar = in.maybe(Terms::calendar);
    var tallies = in.list(Counts::tally);
    return new Policy(
        new Sources(own, hash),
        request,
        slots,
        words,
        instruments,
        later(in, starts[3], Law::account),
        procedures,
        questions,
        steps,
        rules,
        defeaters,
        later(in, starts[4], Scenarios::scenario),
        matches,
        roles,
        grants,
        coverings,
        granted,
        stored,
        calendar,
        tallies);
  }

  private static Source[] sources(Input in, byte[] bytes, int from) {
    Source[] sources = new Source[in.number()];
    int start = from;
    for (int i = 0; i < sources.length; i++) {
      int here = start;
      String name = in.text();
      int length = in.number();
      sources[i] = new Source(name, length, (a, b) -> Pool.chars(bytes, here + 2 * a, b - a));
      start += 2 * length;
    }
    return sources;
  }

  private static <T> List<T> later(Input in, int from, Reader<T> reader) {
    return Later.of(() -> in.after(from).list(reader));
  }
}

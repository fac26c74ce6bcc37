package org.hefu.store;

import java.util.List;
import org.hefu.model.Authority;
import org.hefu.model.Covering;
import org.hefu.model.Grant;
import org.hefu.model.GrantStore;
import org.hefu.model.Kind;
import org.hefu.model.Party;
import org.hefu.model.Roles;
import org.hefu.model.Stored;

/** Grants, what each takes, and the facts they speak of. */
final class Grants {
  private static final Covering.Aspect[] ASPECTS = Covering.Aspect.values();

  private Grants() {}

  static void write(Output out, Roles roles) {
    out.maybe(roles.grantee(), Vocabulary::write);
    out.maybe(roles.data(), Vocabulary::write);
    out.maybe(roles.lineage(), Vocabulary::write);
    out.maybe(roles.purpose(), Vocabulary::write);
    out.maybe(roles.territory(), Vocabulary::write);
  }

  static Roles roles(Input in) {
    return new Roles(
        in.maybe(Vocabulary::fact),
        in.maybe(Vocabulary::fact),
        in.maybe(Vocabulary::fact),
        in.maybe(Vocabulary::fact),
        in.maybe(Vocabulary::fact));
  }

  static void write(Output out, Stored stored) {
    out.shared(stored, Grants::writeNew);
  }

  /** What is asked of a store; the store itself is none of the policy's. */
  private static void writeNew(Output out, Stored stored) {
    out.number(stored.covered());
    out.number(stored.party());
    out.number(stored.place());
    out.number(stored.use());
    Vocabulary.write(out, stored.grantee());
    Vocabulary.write(out, stored.data());
    Vocabulary.write(out, stored.act());
    Vocabulary.write(out, stored.on());
    out.maybe(stored.purpose(), Vocabulary::write);
    out.maybe(stored.territory(), Vocabulary::write);
    out.list(stored.authorities(), Grants::write);
  }

  static Stored stored(Input in) {
    return in.shared(Grants::newStored);
  }

  private static Stored newStored(Input in) {
    return new Stored(
        in.number(),
        in.number(),
        in.number(),
        in.number(),
        Vocabulary.fact(in),
        Vocabulary.fact(in),
        Vocabulary.fact(in),
        Vocabulary.fact(in),
        in.maybe(Vocabulary::fact),
        in.maybe(Vocabulary::fact),
        in.list(Grants::authority),
        GrantStore.EMPTY);
  }

  private static void write(Output out, Authority authority) {
    Words.write(out, authority.party().name());
    Terms.write(out, authority.over());
  }

  private static Authority authority(Input in) {
    return new Authority(new Party(Words.bilingual(in)), Terms.pattern(in));
  }

  static void write(Output out, Grant grant) {
    out.shared(grant, Grants::writeNew);
  }

  private static void writeNew(Output out, Grant grant) {
    Words.write(out, grant.title());
    Words.write(out, grant.grantor().name());
    Words.write(out, grant.grantee().name());
    out.list(grant.data(), Terms::write);
    out.list(grant.acts(), Vocabulary::write);
    out.maybe(grant.purposes(), Grants::write);
    out.maybe(grant.territory(), Grants::writeMembers);
    out.value(grant.from());
    out.value(grant.to());
    out.number(grant.depth());
    out.maybe(grant.parent(), Grants::write);
    out.list(grant.stops(), Grants::write);
    out.list(grant.authority(), Terms::write);
    Terms.write(out, grant.when());
    Words.write(out, grant.note());
    out.span(grant.declared());
  }

  static Grant grant(Input in) {
    return in.shared(Grants::newGrant);
  }

  private static Grant newGrant(Input in) {
    return new Grant(
        Words.bilingual(in),
        new Party(Words.bilingual(in)),
        new Party(Words.bilingual(in)),
        in.list(Terms::pattern),
        members(in),
        in.maybe(Grants::purposes),
        in.maybe(Grants::members),
        in.value(),
        in.value(),
        in.number(),
        in.maybe(Grants::grant),
        in.list(Grants::stop),
        in.list(Terms::pattern),
        Terms.term(in),
        Words.bilingual(in),
        in.span());
  }

  private static void writeMembers(Output out, List<Kind.Member> members) {
    out.list(members, Vocabulary::write);
  }

  private static List<Kind.Member> members(Input in) {
    return in.list(Vocabulary::member);
  }

  private static void write(Output out, Grant.Purposes purposes) {
    writeMembers(out, purposes.members());
    out.list(purposes.texts(), Output::text);
  }

  private static Grant.Purposes purposes(Input in) {
    return new Grant.Purposes(members(in), in.list(Input::text));
  }

  private static void write(Output out, Grant.Stop stop) {
    out.truth(stop.forGood());
    out.value(stop.from());
    out.maybe(stop.to());
  }

  private static Grant.Stop stop(Input in) {
    return new Grant.Stop(in.truth(), in.value(), in.maybe());
  }

  static void write(Output out, Covering covering) {
    write(out, covering.grant());
    out.list(covering.parts(), Grants::write);
    Terms.write(out, covering.covers());
  }

  static Covering covering(Input in) {
    return new Covering(grant(in), in.list(Grants::part), Terms.definition(in));
  }

  private static void write(Output out, Covering.Part part) {
    out.number(part.aspect().ordinal());
    Terms.write(out, part.term());
  }

  private static Covering.Part part(Input in) {
    return new Covering.Part(ASPECTS[in.number()], Terms.term(in));
  }
}

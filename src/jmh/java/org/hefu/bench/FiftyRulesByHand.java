package org.hefu.bench;

/**
 * The rules of {@link FiftyRulesPolicy} as a programmer would write them in Java, three-valued like
 * the policy.
 */
final class FiftyRulesByHand {
  /** A flow; truths are 0, 1 for unknown, and 2; other facts are -1 where unknown. */
  static final class Flow {
    int stage;
    int ciio;
    int personal;
    int sensitive;
    int important;
    int consent;
    int notice;
    int assessed;
    int contracted;
    long people;
    long sensitive_people;
    long records;
    long years;
    int purpose;
    int category;
    int region;
    int approved;
    int filed;
    int reviewed;
  }

  private static final int FORBID = 0;
  private static final int REQUIRE = 1;

  private static final int[] EFFECT = {
    0, 0, 1, 1, 2, 0, 0, 1, 1, 2, 0, 0, 1, 1, 2, 0, 0, 1, 1, 2, 0, 0, 1, 1, 2, 0, 0, 1, 1, 2, 0, 0,
    1, 1, 2, 0, 0, 1, 1, 2, 0, 0, 1, 1, 2, 0, 0, 1, 1, 2
  };
  private static final int[] PROCEDURE = {
    0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 0, 0,
    0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0
  };

  private FiftyRulesByHand() {}

  /** 0 prohibited, 1 undetermined, 2 conditional, 3 permitted. */
  static int outcome(Flow f) {
    byte[] applies = new byte[50];
    applies[0] = (byte) r0(f);
    applies[1] = (byte) r1(f);
    applies[2] = (byte) r2(f);
    applies[3] = (byte) r3(f);
    applies[4] = (byte) r4(f);
    applies[5] = (byte) r5(f);
    applies[6] = (byte) r6(f);
    applies[7] = (byte) r7(f);
    applies[8] = (byte) r8(f);
    applies[9] = (byte) r9(f);
    applies[10] = (byte) r10(f);
    applies[11] = (byte) r11(f);
    applies[12] = (byte) r12(f);
    applies[13] = (byte) r13(f);
    applies[14] = (byte) r14(f);
    applies[15] = (byte) r15(f);
    applies[16] = (byte) r16(f);
    applies[17] = (byte) r17(f);
    applies[18] = (byte) r18(f);
    applies[19] = (byte) r19(f);
    applies[20] = (byte) r20(f);
    applies[21] = (byte) r21(f);
    applies[22] = (byte) r22(f);
    applies[23] = (byte) r23(f);
    applies[24] = (byte) r24(f);
    applies[25] = (byte) r25(f);
    applies[26] = (byte) r26(f);
    applies[27] = (byte) r27(f);
    applies[28] = (byte) r28(f);
    applies[29] = (byte) r29(f);
    applies[30] = (byte) r30(f);
    applies[31] = (byte) r31(f);
    applies[32] = (byte) r32(f);
    applies[33] = (byte) r33(f);
    applies[34] = (byte) r34(f);
    applies[35] = (byte) r35(f);
    applies[36] = (byte) r36(f);
    applies[37] = (byte) r37(f);
    applies[38] = (byte) r38(f);
    applies[39] = (byte) r39(f);
    applies[40] = (byte) r40(f);
    applies[41] = (byte) r41(f);
    applies[42] = (byte) r42(f);
    applies[43] = (byte) r43(f);
    applies[44] = (byte) r44(f);
    applies[45] = (byte) r45(f);
    applies[46] = (byte) r46(f);
    applies[47] = (byte) r47(f);
    applies[48] = (byte) r48(f);
    applies[49] = (byte) r49(f);
    int[] exempt = new int[3];
    for (int i = 0; i < 50; i++) {
      if (EFFECT[i] > REQUIRE) {
        exempt[PROCEDURE[i]] = Math.max(exempt[PROCEDURE[i]], applies[i]);
      }
    }
    int[] met = {f.approved, f.filed, f.reviewed};
    boolean prohibited = false;
    boolean undetermined = false;
    boolean conditional = false;
    int surely = 0;
    int perhaps = 0;
    for (int i = 0; i < 50; i++) {
      if (EFFECT[i] == FORBID) {
        prohibited |= applies[i] == 2;
        undetermined |= applies[i] == 1;
      } else if (EFFECT[i] == REQUIRE && met[PROCEDURE[i]] != 2) {
        int truth = Math.min(applies[i], 2 - exempt[PROCEDURE[i]]);
        prohibited |= truth == 2 && met[PROCEDURE[i]] == 0 && f.stage == 1;
        undetermined |= truth == 2 && f.stage != 0;
        surely |= truth == 2 ? 1 << PROCEDURE[i] : 0;
        perhaps |= truth == 1 ? 1 << PROCEDURE[i] : 0;
        conditional |= truth == 2;
      }
    }
    undetermined |= (perhaps & ~surely) != 0;
    return prohibited ? 0 : undetermined ? 1 : conditional ? 2 : 3;
  }

  private static int not(int truth) {
    return 2 - truth;
  }

  private static int or(int one, int other) {
    return Math.max(one, other);
  }

  private static int less(long value, long limit) {
    return value < 0 ? 1 : value < limit ? 2 : 0;
  }

  private static int atLeast(long value, long limit) {
    return value < 0 ? 1 : value >= limit ? 2 : 0;
  }

  private static int in(int member, int set) {
    return member < 0 ? 1 : (set >> member & 1) != 0 ? 2 : 0;
  }

  private static int r0(Flow f) {
    int truth = 2;
    truth = Math.min(truth, less(f.years, 100000L));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, less(f.people, 100L));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, less(f.sensitive_people, 1000L));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, less(f.years, 1000L));
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, in(f.category, 184));
  }

  private static int r1(Flow f) {
    int truth = 2;
    truth = Math.min(truth, atLeast(f.sensitive_people, 10000L));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, in(f.category, 137));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, in(f.category, 20));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, not(f.assessed));
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, atLeast(f.sensitive_people, 10000L));
  }

  private static int r2(Flow f) {
    int truth = 2;
    truth = Math.min(truth, not(f.notice));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, or(f.contracted, in(f.category, 11)));
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, not(f.sensitive));
  }

  private static int r3(Flow f) {
    int truth = 2;
    truth = Math.min(truth, in(f.purpose, 140));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, f.contracted);
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, in(f.region, 192));
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, f.sensitive);
  }

  private static int r4(Flow f) {
    int truth = 2;
    truth = Math.min(truth, f.personal);
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, or(not(f.consent), not(f.personal)));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, not(f.contracted));
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, atLeast(f.records, 100000L));
  }

  private static int r5(Flow f) {
    int truth = 2;
    truth = Math.min(truth, less(f.years, 10L));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, in(f.purpose, 108));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, not(f.important));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, not(f.ciio));
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, atLeast(f.sensitive_people, 10000L));
  }

  private static int r6(Flow f) {
    int truth = 2;
    truth = Math.min(truth, f.sensitive);
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, in(f.purpose, 17));
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, in(f.region, 7));
  }

  private static int r7(Flow f) {
    int truth = 2;
    truth = Math.min(truth, not(f.consent));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, in(f.category, 11));
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, atLeast(f.records, 10L));
  }

  private static int r8(Flow f) {
    int truth = 2;
    truth = Math.min(truth, f.notice);
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, f.contracted);
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, f.important);
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, atLeast(f.sensitive_people, 10000L));
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, in(f.region, 56));
  }

  private static int r9(Flow f) {
    int truth = 2;
    truth = Math.min(truth, f.important);
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, f.notice);
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, not(f.contracted));
  }

  private static int r10(Flow f) {
    int truth = 2;
    truth = Math.min(truth, atLeast(f.records, 100000L));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, less(f.people, 1000L));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, f.important);
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, in(f.purpose, 210));
  }

  private static int r11(Flow f) {
    int truth = 2;
    truth = Math.min(truth, atLeast(f.sensitive_people, 10000L));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, atLeast(f.records, 10L));
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, f.contracted);
  }

  private static int r12(Flow f) {
    int truth = 2;
    truth = Math.min(truth, not(f.personal));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, not(f.important));
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, atLeast(f.records, 10000L));
  }

  private static int r13(Flow f) {
    int truth = 2;
    truth = Math.min(truth, in(f.region, 192));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, f.assessed);
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, f.notice);
  }

  private static int r14(Flow f) {
    int truth = 2;
    truth = Math.min(truth, less(f.sensitive_people, 10L));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, f.assessed);
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, in(f.region, 192));
  }

  private static int r15(Flow f) {
    int truth = 2;
    truth = Math.min(truth, less(f.people, 10000L));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, f.contracted);
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, f.consent);
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, f.important);
  }

  private static int r16(Flow f) {
    int truth = 2;
    truth = Math.min(truth, less(f.people, 1000L));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, not(f.sensitive));
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, f.sensitive);
  }

  private static int r17(Flow f) {
    int truth = 2;
    truth = Math.min(truth, f.consent);
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, or(not(f.consent), f.notice));
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, less(f.sensitive_people, 10L));
  }

  private static int r18(Flow f) {
    int truth = 2;
    truth = Math.min(truth, f.consent);
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, in(f.region, 192));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, atLeast(f.years, 100L));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, less(f.sensitive_people, 100000L));
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, f.notice);
  }

  private static int r19(Flow f) {
    int truth = 2;
    truth = Math.min(truth, in(f.region, 7));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, atLeast(f.sensitive_people, 10000L));
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, f.personal);
  }

  private static int r20(Flow f) {
    int truth = 2;
    truth = Math.min(truth, f.consent);
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, f.ciio);
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, not(f.ciio));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, f.notice);
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, atLeast(f.people, 10000L));
  }

  private static int r21(Flow f) {
    int truth = 2;
    truth = Math.min(truth, less(f.years, 10000L));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, or(in(f.category, 201), f.personal));
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, f.important);
  }

  private static int r22(Flow f) {
    int truth = 2;
    truth = Math.min(truth, not(f.consent));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, f.assessed);
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, less(f.people, 100L));
  }

  private static int r23(Flow f) {
    int truth = 2;
    truth = Math.min(truth, f.consent);
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, f.ciio);
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, less(f.sensitive_people, 100L));
  }

  private static int r24(Flow f) {
    int truth = 2;
    truth = Math.min(truth, f.sensitive);
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, not(f.consent));
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, in(f.purpose, 160));
  }

  private static int r25(Flow f) {
    int truth = 2;
    truth = Math.min(truth, atLeast(f.people, 1000L));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, or(f.sensitive, in(f.purpose, 154)));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, in(f.purpose, 144));
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, in(f.category, 165));
  }

  private static int r26(Flow f) {
    int truth = 2;
    truth = Math.min(truth, not(f.notice));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, not(f.contracted));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, in(f.purpose, 194));
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, less(f.people, 10L));
  }

  private static int r27(Flow f) {
    int truth = 2;
    truth = Math.min(truth, less(f.years, 1000L));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, f.consent);
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, f.assessed);
  }

  private static int r28(Flow f) {
    int truth = 2;
    truth = Math.min(truth, in(f.region, 7));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, in(f.region, 192));
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, f.consent);
  }

  private static int r29(Flow f) {
    int truth = 2;
    truth = Math.min(truth, f.important);
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, in(f.category, 162));
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, not(f.contracted));
  }

  private static int r30(Flow f) {
    int truth = 2;
    truth = Math.min(truth, f.sensitive);
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, f.notice);
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, less(f.records, 10L));
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, not(f.ciio));
  }

  private static int r31(Flow f) {
    int truth = 2;
    truth = Math.min(truth, not(f.sensitive));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, or(atLeast(f.records, 10000L), not(f.consent)));
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, not(f.assessed));
  }

  private static int r32(Flow f) {
    int truth = 2;
    truth = Math.min(truth, in(f.purpose, 5));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, or(less(f.sensitive_people, 100L), not(f.personal)));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, f.consent);
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, not(f.ciio));
  }

  private static int r33(Flow f) {
    int truth = 2;
    truth = Math.min(truth, f.contracted);
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, f.personal);
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, in(f.purpose, 165));
  }

  private static int r34(Flow f) {
    int truth = 2;
    truth = Math.min(truth, f.consent);
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, in(f.category, 149));
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, f.contracted);
  }

  private static int r35(Flow f) {
    int truth = 2;
    truth = Math.min(truth, f.important);
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, atLeast(f.people, 100000L));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, less(f.people, 1000L));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, not(f.contracted));
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, less(f.people, 1000L));
  }

  private static int r36(Flow f) {
    int truth = 2;
    truth = Math.min(truth, in(f.purpose, 6));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, atLeast(f.years, 100L));
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, f.important);
  }

  private static int r37(Flow f) {
    int truth = 2;
    truth = Math.min(truth, less(f.records, 10000L));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, atLeast(f.people, 10L));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, in(f.region, 56));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, in(f.purpose, 148));
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, f.sensitive);
  }

  private static int r38(Flow f) {
    int truth = 2;
    truth = Math.min(truth, f.notice);
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, less(f.sensitive_people, 100L));
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, less(f.years, 10000L));
  }

  private static int r39(Flow f) {
    int truth = 2;
    truth = Math.min(truth, not(f.contracted));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, f.personal);
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, f.personal);
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, not(f.ciio));
  }

  private static int r40(Flow f) {
    int truth = 2;
    truth = Math.min(truth, f.important);
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, not(f.important));
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, f.assessed);
  }

  private static int r41(Flow f) {
    int truth = 2;
    truth = Math.min(truth, f.important);
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, f.ciio);
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, in(f.purpose, 54));
  }

  private static int r42(Flow f) {
    int truth = 2;
    truth = Math.min(truth, not(f.consent));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, atLeast(f.sensitive_people, 100L));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, less(f.years, 100000L));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, atLeast(f.records, 10000L));
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, in(f.region, 7));
  }

  private static int r43(Flow f) {
    int truth = 2;
    truth = Math.min(truth, in(f.region, 192));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, in(f.region, 56));
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, atLeast(f.records, 1000L));
  }

  private static int r44(Flow f) {
    int truth = 2;
    truth = Math.min(truth, f.assessed);
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, or(f.contracted, f.contracted));
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, f.notice);
  }

  private static int r45(Flow f) {
    int truth = 2;
    truth = Math.min(truth, not(f.important));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, in(f.purpose, 9));
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, f.contracted);
  }

  private static int r46(Flow f) {
    int truth = 2;
    truth = Math.min(truth, not(f.contracted));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, in(f.category, 224));
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, in(f.region, 56));
  }

  private static int r47(Flow f) {
    int truth = 2;
    truth = Math.min(truth, f.important);
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, f.assessed);
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, in(f.purpose, 226));
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, atLeast(f.years, 10L));
  }

  private static int r48(Flow f) {
    int truth = 2;
    truth = Math.min(truth, not(f.ciio));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, atLeast(f.people, 100000L));
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, f.important);
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, in(f.purpose, 150));
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, atLeast(f.sensitive_people, 100L));
  }

  private static int r49(Flow f) {
    int truth = 2;
    truth = Math.min(truth, f.personal);
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, f.assessed);
    if (truth == 0) {
      return 0;
    }
    truth = Math.min(truth, f.personal);
    if (truth == 0) {
      return 0;
    }
    return Math.min(truth, f.assessed);
  }
}

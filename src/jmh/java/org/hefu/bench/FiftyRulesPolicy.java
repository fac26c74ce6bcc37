package org.hefu.bench;

/**
 * Fifty made-up rules over fifteen facts, as a policy; {@link FiftyRulesByHand} says the same in
 * Java.
 */
final class FiftyRulesPolicy {
  static final String TEXT =
      """
      module bench.fifty
      kind Act { export }
      kind Stage { planned completed }
      kind Purpose { payroll support marketing research audit security training fulfilment }
      kind Category { health biometric genetic financial location contact telemetry images }
      kind Region tree { north { north_a north_b } south { south_a south_b } east { east_a } }
      request Flow {
        act: Act required
        on: date required
        stage: Stage
        ciio: boolean
        personal: boolean
        sensitive: boolean
        important: boolean
        consent: boolean
        notice: boolean
        assessed: boolean
        contracted: boolean
        people: number
        sensitive_people: number
        records: number
        years: number
        purpose: Purpose
        category: Category
        region: Region
        approved: boolean
        filed: boolean
        reviewed: boolean
      }
      procedure approval { met when approved }
      procedure filing { met when filed }
      procedure review { met when reviewed }
      instrument "A made-up text" {
        rank: law
        in_force: 2020-01-01 ..
      }
      rule r0 (art 1) {
        forbid export
        when years < 100000 and people < 100 and sensitive_people < 1000 and years < 1000 and category in {contact, location, images, financial}
      }
      rule r1 (art 2) {
        forbid export
        when sensitive_people >= 10000 and category in {health, images, financial} and category in {genetic, location} and not assessed and sensitive_people >= 10000
      }
      rule r2 (art 3) {
        require approval before export
        when not notice and (contracted or category in {health, financial, biometric}) and not sensitive
      }
      rule r3 (art 4) {
        require approval before export
        when purpose in {marketing, research, fulfilment} and contracted and region within east and sensitive
      }
      rule r4 (art 5) {
        exempt export from approval
        when personal and (not consent or not personal) and not contracted and records >= 100000
      }
      rule r5 (art 6) {
        forbid export
        when years < 10 and purpose in {training, security, research, marketing} and not important and not ciio and sensitive_people >= 10000
      }
      rule r6 (art 7) {
        forbid export
        when sensitive and purpose in {audit, payroll} and region within north
      }
      rule r7 (art 8) {
        require filing before export
        when not consent and category in {financial, health, biometric} and records >= 10
      }
      rule r8 (art 9) {
        require filing before export
        when notice and contracted and important and sensitive_people >= 10000 and region within south
      }
      rule r9 (art 10) {
        exempt export from filing
        when important and notice and not contracted
      }
      rule r10 (art 11) {
        forbid export
        when records >= 100000 and people < 1000 and important and purpose in {support, audit, fulfilment, training}
      }
      rule r11 (art 12) {
        forbid export
        when sensitive_people >= 10000 and records >= 10 and contracted
      }
      rule r12 (art 13) {
        require review before export
        when not personal and not important and records >= 10000
      }
      rule r13 (art 14) {
        require review before export
        when region within east and assessed and notice
      }
      rule r14 (art 15) {
        exempt export from review
        when sensitive_people < 10 and assessed and region within east
      }
      rule r15 (art 16) {
        forbid export
        when people < 10000 and contracted and consent and important
      }
      rule r16 (art 17) {
        forbid export
        when people < 1000 and not sensitive and sensitive
      }
      rule r17 (art 18) {
        require approval before export
        when consent and (not consent or notice) and sensitive_people < 10
      }
      rule r18 (art 19) {
        require approval before export
        when consent and region within east and years >= 100 and sensitive_people < 100000 and notice
      }
      rule r19 (art 20) {
        exempt export from approval
        when region within north and sensitive_people >= 10000 and personal
      }
      rule r20 (art 21) {
        forbid export
        when consent and ciio and not ciio and notice and people >= 10000
      }
      rule r21 (art 22) {
        forbid export
        when years < 10000 and (category in {images, telemetry, health, financial} or personal) and important
      }
      rule r22 (art 23) {
        require filing before export
        when not consent and assessed and people < 100
      }
      rule r23 (art 24) {
        require filing before export
        when consent and ciio and sensitive_people < 100
      }
      rule r24 (art 25) {
        exempt export from filing
        when sensitive and not consent and purpose in {fulfilment, security}
      }
      rule r25 (art 26) {
        forbid export
        when people >= 1000 and (sensitive or purpose in {audit, research, support, fulfilment}) and purpose in {audit, fulfilment} and category in {genetic, images, health, contact}
      }
      rule r26 (art 27) {
        forbid export
        when not notice and not contracted and purpose in {fulfilment, training, support} and people < 10
      }
      rule r27 (art 28) {
        require review before export
        when years < 1000 and consent and assessed
      }
      rule r28 (art 29) {
        require review before export
        when region within north and region within east and consent
      }
      rule r29 (art 30) {
        exempt export from review
        when important and category in {contact, images, biometric} and not contracted
      }
      rule r30 (art 31) {
        forbid export
        when sensitive and notice and records < 10 and not ciio
      }
      rule r31 (art 32) {
        forbid export
        when not sensitive and (records >= 10000 or not consent) and not assessed
      }
      rule r32 (art 33) {
        require approval before export
        when purpose in {marketing, payroll} and (sensitive_people < 100 or not personal) and consent and not ciio
      }
      rule r33 (art 34) {
        require approval before export
        when contracted and personal and purpose in {fulfilment, payroll, marketing, security}
      }
      rule r34 (art 35) {
        exempt export from approval
        when consent and category in {images, location, genetic, health} and contracted
      }
      rule r35 (art 36) {
        forbid export
        when important and people >= 100000 and people < 1000 and not contracted and people < 1000
      }
      rule r36 (art 37) {
        forbid export
        when purpose in {marketing, support} and years >= 100 and important
      }
      rule r37 (art 38) {
        require filing before export
        when records < 10000 and people >= 10 and region within south and purpose in {marketing, audit, fulfilment} and sensitive
      }
      rule r38 (art 39) {
        require filing before export
        when notice and sensitive_people < 100 and years < 10000
      }
      rule r39 (art 40) {
        exempt export from filing
        when not contracted and personal and personal and not ciio
      }
      rule r40 (art 41) {
        forbid export
        when important and not important and assessed
      }
      rule r41 (art 42) {
        forbid export
        when important and ciio and purpose in {support, security, audit, marketing}
      }
      rule r42 (art 43) {
        require review before export
        when not consent and sensitive_people >= 100 and years < 100000 and records >= 10000 and region within north
      }
      rule r43 (art 44) {
        require review before export
        when region within east and region within south and records >= 1000
      }
      rule r44 (art 45) {
        exempt export from review
        when assessed and (contracted or contracted) and notice
      }
      rule r45 (art 46) {
        forbid export
        when not important and purpose in {research, payroll} and contracted
      }
      rule r46 (art 47) {
        forbid export
        when not contracted and category in {images, telemetry, contact} and region within south
      }
      rule r47 (art 48) {
        require approval before export
        when important and assessed and purpose in {fulfilment, support, security, training} and years >= 10
      }
      rule r48 (art 49) {
        require approval before export
        when not ciio and people >= 100000 and important and purpose in {marketing, support, audit, fulfilment} and sensitive_people >= 100
      }
      rule r49 (art 50) {
        exempt export from approval
        when personal and assessed and personal and assessed
      }
      """;

  private FiftyRulesPolicy() {}
}

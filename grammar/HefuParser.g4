/** The syntax of Hefu; docs/language.md tells it by example. */
parser grammar HefuParser;

options { tokenVocab = HefuLexer; }

file : header? useLine* declaration* EOF ;

header : MODULE path ;
useLine : USE path ( DOT STAR )? ;

declaration
  : START?
    ( instrument
    | account
    | kind
    | unit
    | record
    | define
    | procedure
    | question
    | ruleDeclaration
    | list
    | tally
    | role
    | authority
    | grant
    | stop
    | scenario
    )
  ;

// What a thing is called: name（alias, alias） "标签" "label"
called : name aliases? text? ;
aliases : LEFT_PAREN name ( COMMA name )* RIGHT_PAREN ;
text : TEXT+ ;

instrument : INSTRUMENT text LEFT_BRACE instrumentPart* RIGHT_BRACE ;
instrumentPart : version | WHEN condition | property ;
version : VERSION called LEFT_BRACE property* RIGHT_BRACE ;
property : name COLON propertyValue ( COMMA propertyValue )* ;
propertyValue
  : text
  | DATE ( DOTS DATE? )?
  | ( FROM | SINCE ) DATE ( TO DATE )?
  | NUMBER ( DOTS NUMBER )?
  | path ( OF path )?
  ;

// Every article of the instrument, and what of it this policy says.
account : ACCOUNT LEFT_BRACE entry* RIGHT_BRACE ;
entry : citation ( DOTS citation )? text? ( COLON standing )? COMMA? ;
standing : name ( path ( COMMA path )* | text )? ;

kind : KIND called ( ORDERED | TREE )? LEFT_BRACE member* RIGHT_BRACE ;
member : called ( NOTE text )? ( LEFT_BRACE member* RIGHT_BRACE )? COMMA? ;

unit : UNIT called ;

record : ( RECORD | REQUEST ) called knower? LEFT_BRACE field* RIGHT_BRACE ;
field : name aliases? COLON type REQUIRED? text? knower? COMMA? ;
// Who usually knows a fact.
knower : ( KNOWN TO | KNOWN_TO ) text ;
type : ( SET OF | SET_OF )? path unitName? ;
unitName : NAME | WORKING_DAYS | PERCENT ;

define : DEFINE name aliases? parameters? text? EQUALS condition ;
parameters : LEFT_PAREN parameter ( COMMA parameter )* RIGHT_PAREN ;
parameter : name COLON type ;

procedure : PROCEDURE called LEFT_BRACE procedurePart* RIGHT_BRACE ;
procedurePart : MET WHEN condition | property ;

question : QUESTION called DECIDED BY text ;

list : LIST called LEFT_BRACE property* RIGHT_BRACE ;

tally : TALLY called LEFT_BRACE tallyPart* RIGHT_BRACE ;
tallyPart : EXCEPT target ( COMMA target )* | UNLESS condition | property ;

// How this policy's request says what grants and restrictions speak of.
role : ROLE name EQUALS path ;
authority : AUTHORITY party OVER text ;
party : text | path ;
grant : GRANT text LEFT_BRACE grantPart* RIGHT_BRACE ;
grantPart : WHEN condition | property ;
stop : ( REVOKE | SUSPEND ) text SINCE? DATE ( ( DOTS | TO ) DATE? )? ;

ruleDeclaration
  : ( RULE called | RESTRICT called OVER text ) citations? label=text? LEFT_BRACE clause* RIGHT_BRACE
  ;
citations : LEFT_PAREN citation ( COMMA citation )* RIGHT_PAREN ;
citation : ( ARTICLE | ART ( number ( LEFT_PAREN NUMBER RIGHT_PAREN )? | TEXT ) ) ( OF name )? ;
number : NUMBER ( DOT NUMBER )? ;

clause
  : FORBID acts # forbid
  | PERMIT acts ( DESPITE target ( COMMA target )* )? # permit
  | REQUIRE procedures BEFORE acts # require
  | EXEMPT acts FROM procedures # exempt
  | OBLIGE duty ( WITHIN duration )? AFTER acts # oblige
  | PRESUME condition # presume
  | ADVISE text # advise
  | WHEN condition # when
  | UNLESS condition # unless
  | ( YIELDS TO | YIELDS_TO ) party ( COMMA party )* # yields
  | OVERRIDES target ( COMMA target )* # overrides
  | CONSEQUENCE text citations? ( SETS path )? # consequence
  ;
acts : path ( COMMA path )* ;
procedures : ( ALL OF | ALL_OF OF? | ANY OF | ANY_OF OF? )? path ( COMMA path )* ;
duty : text | path ;
duration : NUMBER unitName ;
target : path? citation | path ;

scenario : SCENARIO text ( LEFT_PAREN CASE name RIGHT_PAREN )? ( LIKE text )? LEFT_BRACE scenarioPart* RIGHT_BRACE ;
scenarioPart
  : GIVEN LEFT_BRACE given* RIGHT_BRACE # facts
  | USING path ( COMMA path )* # using
  | ( WITH DRAFTS | WITH_DRAFTS ) # withDrafts
  | EXPECT outcome # expect
  | CITING cited ( COMMA cited )* # citing
  | REQUIRING procedures # requiring
  | MISSING path ( COMMA path )* # missing
  | NOTE text # note
  | PART text? LEFT_BRACE given* RIGHT_BRACE # piece
  | TABLE columns LEFT_BRACE row* RIGHT_BRACE # table
  ;
columns : column ( COMMA column )* ;
column : EXPECT | CITING | path ;
row : CASE name? text? COLON cell ( COMMA cell )* ;
cell : sum | set | outcomeWord | cited ;
// What the answer rests on, or does not; a duty that is overdue, or is not.
cited : NOT? OVERDUE? target ;
// 允许 and 禁止 are the names of outcomes, too.
outcome : name | outcomeWord ;
outcomeWord : PERMIT | FORBID ;
given : path COLON givenValue COMMA? ;
givenValue : sum | set ;

condition : conjunction ( OR conjunction )* ;
conjunction : negation ( AND negation )* ;
negation : NOT negation | comparison ;
// Each begins with a word of its own: one token is then enough to tell them apart.
comparison
  : sum
    ( comparator sum
    | IS NOT? sum
    | IS_NOT sum
    | NOT ( IN set | WITHIN ( path | text ) )
    | NOT_IN set
    | IN set
    | NOT_WITHIN ( path | text )
    | WITHIN ( path | text )
    | HAS ( path | text )
    )?
  ;
comparator : LESS | LESS_OR_EQUAL | GREATER | GREATER_OR_EQUAL ;
sum : primary ( ( PLUS | MINUS ) primary )* ;
primary
  : NUMBER unitName? # numberValue
  | DATE # dateValue
  | text # textValue
  | TRUE # trueValue
  | FALSE # falseValue
  | UNKNOWN # unknownValue
  | KNOWN path # known
  | OVERDUE path # overdue
  | TALLY path ( WITH FLOW | WITH_FLOW )? # tallied
  | ( ( ANY | ANY_OF | ALL | ALL_OF ) OF? | COUNT ) name IN path ( WHERE condition )? # quantified
  | SUM path IN path ( WHERE condition )? # summed
  | COUNT path # counted
  | path LEFT_PAREN path ( COMMA path )* RIGHT_PAREN # call
  | path # fact
  | LEFT_PAREN condition RIGHT_PAREN # grouped
  ;
set : LEFT_BRACE ( element ( COMMA element )* )? COMMA? RIGHT_BRACE ;
element : path | text ;

path : name ( DOT name )* ;

// Words that are keywords elsewhere and may name a thing all the same.
name
  : NAME
  | WORKING_DAYS
  | USE | KIND | UNIT | RECORD | REQUEST | PROCEDURE | QUESTION | INSTRUMENT | RULE | SCENARIO | MODULE
  | ORDERED | TREE | REQUIRED | DECIDED | MET | CASE | LIKE | GIVEN | USING | DRAFTS | NOTE | MISSING | CITING
  | OF | ALL | ANY | SET | ART
  | ACCOUNT | VERSION | LIST | TALLY | ROLE | AUTHORITY | GRANT | SUSPEND | REVOKE | RESTRICT | SETS | PART | TABLE
  | OVERDUE | COUNT | SUM | FLOW | SINCE | OVER | EXCEPT | WHERE | WITH
  ;

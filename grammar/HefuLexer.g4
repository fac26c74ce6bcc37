/** The words and marks of Hefu, each keyword in English and in Chinese. */
lexer grammar HefuLexer;

// Before a declaration's keyword at the beginning of a line: there no name goes on from the line above.
tokens { START }

// Declarations
MODULE : 'module' | '模块' ;
USE : 'use' | '引用' ;
INSTRUMENT : 'instrument' | '法源' ;
KIND : 'kind' | '枚举' ;
ORDERED : 'ordered' | '有序' ;
TREE : 'tree' | '树形' ;
UNIT : 'unit' | '单位' ;
RECORD : 'record' | '结构' ;
REQUEST : 'request' | '请求' ;
REQUIRED : 'required' | '必填' ;
DEFINE : 'define' | '定义' ;
PROCEDURE : 'procedure' | '程序' ;
QUESTION : 'question' | '疑问' ;
DECIDED : 'decided' | '裁决' ;
RULE : 'rule' | '规则' ;
SCENARIO : 'scenario' | '情形' ;
ACCOUNT : 'account' | '条文' ;
VERSION : 'version' | '文本' ;
LIST : 'list' | '清单' ;
TALLY : 'tally' | '累计' ;
ROLE : 'role' | '角色' ;
AUTHORITY : 'authority' | '权属' ;
GRANT : 'grant' | '授权' ;
REVOKE : 'revoke' | '撤销' ;
SUSPEND : 'suspend' | '暂停' ;
RESTRICT : 'restrict' | '限制' ;
OVER : 'over' | '对于' ;
SINCE : 'since' | '自' ;

// Effects and the other clauses of a rule
FORBID : 'forbid' | '禁止' ;
PERMIT : 'permit' | '允许' ;
REQUIRE : 'require' | '要求' ;
EXEMPT : 'exempt' | '豁免' ;
OBLIGE : 'oblige' | '应当' ;
PRESUME : 'presume' | '推定' ;
ADVISE : 'advise' | '建议' ;
CONSEQUENCE : 'consequence' | '后果' ;
SETS : 'sets' | '记入' ;
EXCEPT : 'except' | '不计' ;
WHEN : 'when' | '当' ;
UNLESS : 'unless' | '除非' ;
DESPITE : 'despite' | '尽管' ;
OVERRIDES : 'overrides' | '优先于' ;
YIELDS : 'yields' ;
YIELDS_TO : '让位于' ;
TO : 'to' | '至' ;
BEFORE : 'before' | '先于' ;
AFTER : 'after' | '后于' ;
FROM : 'from' | '免于' ;
BY : 'by' | '由' ;
ALL : 'all' ;
ALL_OF : '全部' ;
ANY : 'any' ;
ANY_OF : '任一' ;
OF : 'of' | '按' ;
SET : 'set' ;
SET_OF : '集合' ;

// Clauses of a procedure and of a scenario
MET : 'met' | '满足' ;
CASE : 'case' | '案例' ;
LIKE : 'like' | '同' ;
GIVEN : 'given' | '给定' ;
USING : 'using' | '仅依' ;
WITH : 'with' ;
DRAFTS : 'drafts' ;
WITH_DRAFTS : '含草案' ;
EXPECT : 'expect' | '预期' ;
CITING : 'citing' | '引据' ;
REQUIRING : 'requiring' | '须办' ;
MISSING : 'missing' | '缺少' ;
NOTE : 'note' | '备注' ;
PART : 'part' | '部分' ;
TABLE : 'table' | '表' ;

// Conditions
AND : 'and' | '且' | '并且' ;
OR : 'or' | '或' | '或者' ;
NOT : 'not' | '非' | '不' ;
IS : 'is' | '为' ;
IS_NOT : '不为' ;
IN : 'in' | '属于' ;
NOT_IN : '不属于' ;
WITHIN : 'within' | '位于' | '限期' ;
NOT_WITHIN : '不位于' ;
HAS : 'has' | '包含' ;
KNOWN : 'known' | '已知' ;
KNOWN_TO : '知情方' ;
OVERDUE : 'overdue' | '逾期' ;
COUNT : 'count' | '计数' ;
SUM : 'sum' | '合计' ;
WHERE : 'where' | '其中' ;
FLOW : 'flow' ;
WITH_FLOW : '含本次' ;
TRUE : 'true' | '真' | 'yes' | '是' ;
FALSE : 'false' | '假' | 'no' | '否' ;
UNKNOWN : 'unknown' | '未知' ;
LESS : '<' | '＜' | '不满' ;
LESS_OR_EQUAL : '<=' | '≤' | '不超过' ;
GREATER : '>' | '＞' | '超过' ;
GREATER_OR_EQUAL : '>=' | '≥' | '达到' ;
PLUS : '+' | '＋' ;
MINUS : '-' | '－' ;

// Citations: art 5.1(4), or 第五条第一款第四项
ART : 'art' | 'article' | '条款' ;
ARTICLE
  : '第' ORDINAL '条'
    ( '第' ORDINAL '款' )?
    ( '第' [(（]? ORDINAL [)）]? '项' )?
  ;

// Literals
DATE
  : DIGIT DIGIT DIGIT DIGIT '-' DIGIT DIGIT? '-' DIGIT DIGIT?
  | DIGIT DIGIT DIGIT DIGIT '年' DIGIT DIGIT? '月' DIGIT DIGIT? '日'
  ;
NUMBER : DIGIT ( DIGIT | '_' )* ( '.' DIGIT+ )? [十百千万亿]* ;
WORKING_DAYS : 'working' [ \t]+ 'days' | '个工作日' | '工作日' ;
TEXT
  : '"' ( ~["\\\r\n] | '\\' ~[\r\n] )* '"'
  | '“' ~[”\r\n]* '”'
  | '「' ~[」\r\n]* '」'
  | '『' ~[』\r\n]* '』'
  ;
// Always: shorter than the text it would be if it were closed, so that a closed text wins.
UNCLOSED_TEXT
  : '"' ( ~["\\\r\n] | '\\' ~[\r\n] )* '\\'?
  | '“' ~[”\r\n]*
  | '「' ~[」\r\n]*
  | '『' ~[』\r\n]*
  ;

// Marks
LEFT_BRACE : '{' | '｛' ;
RIGHT_BRACE : '}' | '｝' ;
LEFT_PAREN : '(' | '（' ;
RIGHT_PAREN : ')' | '）' ;
COMMA : ',' | '，' | '、' | ';' | '；' ;
COLON : ':' | '：' ;
DOTS : '..' | '……' ;
DOT : '.' | '．' ;
EQUALS : '=' | '＝' ;
PERCENT : '%' | '％' ;
STAR : '*' ;

NAME : LETTER ( LETTER | DIGIT )* ( '-' ( LETTER | DIGIT )+ )* ;

COMMENT : '--' ~[\r\n]* -> channel(HIDDEN) ;
SPACE : [ \t\r\n\u000B\u000C\u0085\u00A0\u2028\u2029\u3000\uFEFF]+ -> skip ;
STRAY : . ;

fragment DIGIT : [0-9] ;
fragment LETTER : [\p{L}\p{Mn}\p{Mc}_·] ;
fragment ORDINAL : [0-9〇零一二三四五六七八九十百千]+ ;

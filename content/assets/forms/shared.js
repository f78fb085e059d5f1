// Made by `lawbook schemas` of what scripts/lawbook marks Shared: change it there.
export const ZEROS = "零○Oo0";
export const FIGURE_DATE = "([0-9]{4})[-年./。、·,\\\\]([0-9]{1,2})[-月./。、·,\\\\]([0-9]{1,2})[日号.。]?";
export const SOLID_DATE = "([0-9]{4})([0-9]{2})([0-9]{2})";
export const SHORT_DATE = "([2-4][0-9])[-年./。、·,\\\\]([0-9]{1,2})[-月./。、·,\\\\]([0-9]{1,2})[日号.。]?";
export const CENTURY = 2000;
export const HAN_DATE = "([〇零○Oo0一二三四五六七八九]{4}|[0-9]{4})年([一二三四五六七八九十廿卅]{1,3}|[0-9]{1,2})月([一二三四五六七八九十廿卅]{1,3}|[0-9]{1,2})[日号]";
export const FORMAL = {
  "壹": "一",
  "贰": "二",
  "貳": "二",
  "叁": "三",
  "肆": "四",
  "伍": "五",
  "陆": "六",
  "陸": "六",
  "柒": "七",
  "捌": "八",
  "玖": "九",
  "拾": "十",
  "元": "一"
};
export const SPACED_DATE = "([0-9]{4})[ \t\n\u00a0\u3000]+([0-9]{1,2})[ \t\n\u00a0\u3000]+([0-9]{1,2})";
export const MIDNIGHT = "(?:[ \t\n\u00a0\u3000]+|T)0?0:00(?::00(?:[.]0+)?)?$";
export const WEEKDAY = "[(]?(?:周|星期)[一二三四五六日天][)]?$";
export const BAD_CHARACTERS = "含有 YAML 不允许的字符；请删除控制字符";
export const RARE_BREAK = "含有少见的换行符；请删去后另起一行";
export const EMPTY_FILE = "文件是空的；请写入内容";
export const NO_ALIASES = "不使用锚点和别名（& 和 *）；请直接写出内容";
export const KEYS_ARE_TEXT = "键只能是文字；请改写这一行";
export const KEY_TWICE = "键 {key} 与第 {line} 行重复；请只保留一个";
export const BAD_JSON = "不是有效的 JSON；请检查引号、逗号和括号";
export const ESCAPED = "[\u007f-\u009f\u2028\u2029\ufffe\uffff]";
export const APART = " \t\n\r\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000·•・‧∙⋅．.*＊_＿‐‑‒–—―－~～'’‘\\-";
export const DIGITS = "〇一二三四五六七八九";
export const FILE_MADE = "已生成 {file}";
export const NEAREST = "最接近的是 {key}（{label}）";
export const FOLLOW_FORM = "请对照表单的栏目填写，或删去这一行";
export const BLANKS = " \t\n\u00a0\u3000";
export const LINE_BLANKS = " \t\u00a0\u3000";
export const EVERY_BLANK = "\t\n\u000b\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000";
export const COLONS = "：:";
export const DASHES = "—–－‐‑−";
export const NEGATION = "(^|_)(not|non|no)_|没有|不予|[不未非无没]";
export const PREFIX = "(^|_)(un|dis|in|non)";
export const ALIKE = 0.4;
export const LINE_END = "\r\n|[\r\u000b\f\u0085\u2028\u2029]";
export const BULLETS = "\uf06c\uf06e\uf075\uf076\uf0a7\uf0b7\uf0d8";
export const FONT_SIGNS = "\uf020-\uf0ff";
export const BEHIND_WORDS = "在“{words}”后";
export const AT_LINE_START = "在一行开头";
export const UNSEEN = {
  "零宽字符": "\u00ad\u034f\u180e\u200b-\u200d\u2060-\u2064\ufeff",
  "改变文字方向的字符": "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f",
  "字体私用的字符": "\ue000-\uf8ff",
  "控制字符": "\u0000-\b\u000b\f\u000e-\u001f\u007f-\u009f",
  "不能保存的字符": "\ud800-\udfff\ufff9-\uffff"
};
export const UNSEEN_SHOWN = 6;
export const MUST_AND_ADVICE = "必改 {must} 处，提醒 {advice} 处";
export const UNEXPLAINED = "没有写明内容";
export const FIXED_CHANGED = "固定内容被改动或删去";
export const COPY_FROM_BLANK = "请从空白表中复制回来";
export const CITED = "{called}引用的“{text}”：{label}{detail}";
export const CORRECT_QUOTE = "请对照原文改正";
export const CHECK_QUOTE = "请对照原文核对";
export const FINDING_LINE = "{weight}｜{where}｜{reason}｜依据：{basis}｜改法：{remedy}";
export const READ_AGAIN = "请改好后再检查一次";
export const FILE_NAMES = "答案文件名";
export const FICTIONAL = "虚构示例";
export const SPELLING_SETTLED = "「{field}」的写法已统一为 {value}";
export const NOT_A_MAP = "答案文件应为“键: 值”；可用的键：{keys}";
export const UNKNOWN_KEY = "不认识的键 {key}；{nearest}";
export const NO_ANSWERS = "缺少 answers；请在其下逐栏写“栏目: 内容”";
export const NO_FORM = "缺少 form；请写上“form: {form}”";
export const SOME_TREE = "一组内容";
export const OTHER_FORM = "form 写的是 {shown}，这份表单是 {form}；请改成一致";
export const NO_SUCH_FIELD = "表单没有“{field}”这一栏；{advice}";
export const WRITE_FIELD = "请补写这一栏";
export const MISSING = "没有填写";
export const FIGURE_TOLD = "(?:不少于|不低于|不超过|至少|累计达到|达到)?[0-9]+(?:[.][0-9]+)?(?:[%％]|[个项家名期册份件场台类篇套](?:次)?|人次|次|人)(?!月|工作日)(?:以上|以内)?";
export const SAYS = "{called}写的是“{text}”";
export const SAME_AS_ROW = "{called}与第 {number} 行相同：“{text}”";
export const SAY_EACH = "请各写各的";
export const NOT_IN_FIELD = "{called}写的“{words}”在「{field}」中没有";
export const CHECK_NUMBERS = "请核对编号";
export const NO_SUCH_DAY = "日历上没有这一天，请改成实际的日期";
export const WRITE_DAY = "请写成 2026-12-01";
export const WRITE_NUMBER = "请只写数字，例如 12 或者 98.5";
export const TWO_THIRDS = "{all}的三分之二是{needs}，{agreed}，{said}三分之二以上。";
export const DAY_OF_WEEK = "{day}（星期{weekday}）";
export const BELOW_SHARE = "没有达到";
export const PUT_OFF = "（按约定顺延到{day}）";
export const WEEKDAYS = "一二三四五六日";
export const FIELD_REQUIRED = "这一栏必填";
export const NOT_ASKED = "「{field}」填了，但是按现在的选择不用填";
export const CHECK_CHOICE = "请核对选择，或者删去这一栏";
export const PLACE_EMPTY = "信中“{field}”的位置空着";
export const FILL_ITS_FIELDS = "填好算它要用的栏目";
export const FILL_FIRST = "填好以前不能生成";
export const NOT_IN_LETTER = "「{field}」填了，但是按现在的选择信中不写";
export const UNSEEN_SIGNS = "{called}有看不见或者认不出的字符：{signs}";
export const DELETE_SIGNS = "请删去这些字符，少了字的补上";
export const FIELD_MISSING = "「{field}」没有填写";
export const TOO_LONG = "「{field}」有 {length} 字，最多 {most} 字";
export const MORE_THAN_NUMBER = "「{field}」\"{text}\" 除“{fitting}”外还有别的文字";
export const WRITE_ONLY = "请只写“{fitting}”，姓名等写在别的栏目";
export const CONTRADICTING = "「{field}」选了“{option}”，又选了{others}，互相矛盾";
export const KEEP_WHAT_HOLDS = "只留与实际相符的";
export const CHOSEN_UNEXPLAINED = "「{field}」选了“{option}”，但没有写明内容";
export const WRITE_CONTENT = "请写成 {option}: 内容";
export const ROW_CALLED = "「{field}」第 {number} 行";
export const CELL_MISSING = "{called}没有填写“{column}”";
export const CELL_SAYS = "{called}的“{column}”写的是“{text}”";
export const FIELD_ADVISED = "建议填写";
export const OUR_ADVICE = "本指南建议";
export const REQUIRED_SIGN = "（必填）";
export const FORMER_FIELD = "“{old}”是「{field}」从前的名称，已按 {key} 读入";
export const FORMER_OPTION = "「{field}」的“{old}”是选项“{option}”从前的名称，已按现行的读入";
export const FORMER_COLUMN = "「{field}」的“{old}”是“{column}”这一列从前的名称，已按现行的读入";
export const LONGEST = 500;
export const SEVERAL = "；";
export const BETWEEN = "[;,、/|&\n]|[和或及与]";
export const BETWEEN_ADDRESSES = "[;,、/|&\n]|[和或及与]|[ \t\n\u00a0\u3000]";
export const CALLED = "^(?:联系|办公室?|固定|移动|值班|客服|咨询|服务|单位|工作|个人|常用|备用|[Qq]{2}|前台|总台|电话|座机|总机|手机|传真|热线|号码?|方式|地址|(?:电子)?邮[箱件]|[Ee]-?[Mm][Aa][Ii][Ll]|mailto|[Tt][Ee][Ll]|[Ff][Aa][Xx]|[Pp]hone|[Mm]obile|[/、.])*:?";
export const BETWEEN_WORDED = "[;,、|&\n]|[和或及与]";
export const CORE = "^[^A-Za-z0-9+(@]*([A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+)[^A-Za-z0-9@]*$|^[^0-9+(@]*([0-9+(].*?[)]?)[^0-9@]*$";
export const AROUND = "<>.。“”\"【】《》〈〉「」☎☏✆📞📱✉📧";
export const AT = "[(]at[)]|\\[at\\]";
export const NAMED_ADDRESS = "(?:\"[^\"]*\"|“[^”]*”|[^<>()@;,、\"“”])*[<(]([^<>()@]+@[^<>()@]+)[>)]";
export const PERSON = "^[一-鿿·]+[ \t\n\u00a0\u3000:(]+(?=[^ \t\n\u00a0\u3000@]+@)";
export const GOES_ON = "@[^ \t\n\u00a0\u3000]+[.][A-Za-z一-鿿]{2,}[ \t\n\u00a0\u3000]+[^ \t\n\u00a0\u3000.@<(]";
export const LINES = "_＿";
export const PART_OF_NAME = "[A-Za-z]|[0-9]{2}";
export const TICKS = "☑☒√✓✔■◼⬛●✗✘×▣🗹✅◉⊙⊠⊗☓✕✖🗸🗷🗵";
export const LETTER_TICKS = "XxVvＸＶ";
export const BOXES = "☐□○◻▢⬜";
export const ONLY_BLANKS = "只有空白或填写说明，按未填处理";
export const SETTLED = "写法已统一";
export const LINES_GONE = "空行、重复项或不需要的文字已去掉";
export const SIGNS_REPLACED = "不能保存的控制字符已换成“�”";
export const WIDE_SIGNS = "全角字符已改为半角：{signs}";
export const BLANKS_GONE = "多余的空白和空行已去掉";
export const FIRST_WIDE = "⺀";
export const BOLD = "\\*\\*([^*]+)\\*\\*";
export const RULE_OF_GRID = "\\|( *:?-+:? *\\|)+";
export const ITEM = "- ";
export const TELEPHONE = {
  "LONGEST": 80,
  "NUMBER": "(0[0-9]{2,3}-[0-9]{7,8}(-[0-9]{1,6})?)|(1[3-9][0-9]{9})|([48]00-[0-9]{3}-[0-9]{4}(-[0-9]{1,6})?)|(1[02][0-9]{3}|9[56][0-9]{3,4})|([+]([1-79][0-9]{0,2}|8[0-57-9][0-9]?)-[0-9]{5,14})",
  "PARTING": "[ \t\n\u00a0\u3000_·•~:]+",
  "IDLE_BEFORE": "(^|[^0-9)])[ \t\n\u00a0\u3000_·•~:]+",
  "IDLE_AFTER": "[ \t\n\u00a0\u3000_·•~:]+(?![0-9(])",
  "ASIDE": "[(][^()0-9@]+[)]",
  "EXTENSION": "[- ]?[(]?(?:公司|单位|电话|座机|总机|总台|前台|办公室|值班室)*(?:(?:请|再|后|加)*[转接拨](?:分机|内线)?(?:号码?)?|(?:分机|内线)(?:号码?)?|[Ee][Xx][Tt](?:ension)?[.]?|[Xx*#,])[-: ]*([0-9]{1,6})(?:号|分机)*[)]?$",
  "LAST": "[-(]([0-9]{1,6})[)]?$",
  "AREA_ABROAD": "^[(](?:[+]|00)?86[- ]?([0-9]{2,3})[)][- ]?",
  "COUNTRY": "^(?:[(]?(?:[+]|00)86[)]?|[(]86[)]|86(?=[- ]|1[3-9](?:[- ]?[0-9]){9}$|(?:10|2[0-9])(?:[- ]?[0-9]){8}|[3-9][0-9]{2}(?:[- ]?[0-9]){7,8}))[- ]?(?:[(]0[)])?",
  "SERVICE": "^([48]00)([0-9]{3})([0-9]{4})$",
  "ABROAD": "^[(]?(?:[+]|00)(?!86)(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[124]|9[0-58]|[2-9][0-9]{2})[)]?[-. ]?(?:[(]0[)])?([0-9(). -]{5,20})$",
  "CITIES": "^0[12]",
  "FIGURES_ONLY": "^[(). -]*[0-9][0-9(). -]*$",
  "BETWEEN_MENTIONS": "[;,、/|&\n；，：:]|[和或及与]",
  "MENTION": "[(（]?[+＋]?[0-9０-９].*[0-9０-９][)）]?",
  "BRACKETED": "^[(（]([^()（）]+)[)）]$"
};
export const CELL_CALLED = "「{field}」第 {number} 行的“{column}”";
export const NOT_TEXT = "「{field}」应为文字；请直接写在冒号后";
export const ONE_LINE_ONLY = "「{field}」只写一行；请去掉换行";
export const NOT_A_DAY = "「{field}」\"{text}\" 不是日期；请写成 2026-12-10";
export const FIXED_CONTENT = "固定内容";
export const COMPUTED_CONTENT = "按其他栏目算出的";
export const NOT_FOR_FILLING = "「{field}」是{what}，不用填写；请删去这一行";
export const ONE_OPTION_ONLY = "「{field}」只能选一项；请只写一个";
export const NOT_A_LIST = "「{field}」应为列表；每项一行，以“- ”开头";
export const OPTION_TWICE = "「{field}」有选项写了两遍；请只保留一个";
export const OPTION_NOT_TEXT = "「{field}」的选项应为文字，需要说明时写成“选项: 说明”";
export const NO_SUCH_OPTION = "「{field}」没有选项“{word}”；{nearest}";
export const OPTION_TAKES_NO_WORDS = "「{field}」的选项“{option}”后面不写文字；请删去“{text}”";
export const ROWS_NOT_A_LIST = "「{field}」应为列表；每行以“- ”开头";
export const ROW_NOT_A_MAP = "「{field}」第 {number} 行应为“列: 内容”";
export const NO_SUCH_COLUMN = "「{field}」第 {number} 行没有“{column}”这一列";
export const CELL_NOT_TEXT = "{called}应为文字";
export const FORBIDDEN = "[^\t\n\r -\ud7ff\ue000-�𐀀-\udbff\udfff]";

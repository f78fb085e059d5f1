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
export const ESCAPED = "[\u007f-\u009f\u2028\u2029\ufffe\uffff]";
export const APART = " \t\n\r\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000·•・‧∙⋅．.*＊_＿‐‑‒–—―－~～'’‘\\-";
export const DIGITS = "〇一二三四五六七八九";
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
export const UNSEEN = {
  "零宽字符": "\u00ad\u034f\u180e\u200b-\u200d\u2060-\u2064\ufeff",
  "改变文字方向的字符": "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f",
  "字体私用的字符": "\ue000-\uf8ff",
  "控制字符": "\u0000-\b\u000b\f\u000e-\u001f\u007f-\u009f",
  "不能保存的字符": "\ud800-\udfff\ufff9-\uffff"
};
export const UNSEEN_SHOWN = 6;
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
export const FORBIDDEN = "[^\t\n\r -\ud7ff\ue000-�𐀀-\udbff\udfff]";

// Made by `lawbook schemas` of what scripts/lawbook marks Shared: change it there.
export const HEADING_1 = "[一二三四五六七八九十]+、";
export const HEADING_2 = "（[一二三四五六七八九十]+）";
export const LONGEST_HEADING = 40;
export const ORGANISATIONS = "公司|集团|企业|厂|大学|学院|学校|研究院|研究所|科学院|医院|卫生院|中心|实验室|协会|学会|联盟|基金会|银行|委员会|局|厅|院|所|社|部|馆|站";
export const CHINESE_NUMBERS = ["chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting"];
export const LARGEST_FILE = 67108864;
export const LARGEST_PART = 16777216;
export const LARGEST_WHOLE = 268435456;
export const LARGEST_XML = 33554432;
export const MOST_PARTS = 2000;
export const MOST_TAGS = 200000;
export const DEEPEST_XML = 200;
export const LARGEST_RATIO = 200;
export const STRICT = {
  "http://purl.oclc.org/ooxml/wordprocessingml/main": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  "http://purl.oclc.org/ooxml/officeDocument/math": "http://schemas.openxmlformats.org/officeDocument/2006/math",
  "http://purl.oclc.org/ooxml/officeDocument/docPropsVTypes": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
};

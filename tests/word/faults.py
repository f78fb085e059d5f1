"""Faults that people make in plans: each puts one into the answers of a clean plan."""

from __future__ import annotations

import datetime

from fault_changes import Fault, add, drop, half_row, list_only, put, tick, unlist, without

LONG = (
    *("foundation", "goals", "duty_province", "duty_city", "duty_innovators", "path_mechanism"),
    *("path_guidance", "path_centre", "path_network", "schedule", "results"),
)
REQUIRED = (
    *("city", "recommender", "apply_date", "place", "organiser", "daily_contact", "contact_name"),
    *("contact_post", "contact_phone", "contact_mobile", "contact_email", "contact_address"),
    *("participants", "units", *LONG),
)
MISSING: dict[str, Fault] = {f"{key} is missing": (drop(key), key, "没有填写") for key in REQUIRED}
SHORT: dict[str, Fault] = {
    f"{key} is too short": (put(key, "按国家和省有关要求推进，具体安排另行通知。"), key, "不足80字")
    for key in ("foundation", "goals", "schedule", "results")
}
LEFT: dict[str, Fault] = {
    "a hint before an answer": (
        add("goals", "这里阐述推进本地区先导计划的工作目标。"),
        "goals",
        "提示文字",
    ),
    "a hint in the schedule": (
        add("schedule", "主要包括各项工作的时间安排。详见附表。"),
        "schedule",
        "提示文字",
    ),
    "a hint in the results": (
        add("results", "即主要包括行动完成后的预期成效。"),
        "results",
        "提示文字",
    ),
    "a hint in the centre": (
        add("path_centre", "构建路径主要包括依托机构等。"),
        "path_centre",
        "提示文字",
    ),
    "a line that opens like a hint": (add("foundation", "阐述如下内容。"), "foundation", "阐述"),
    "XX市 left": (add("duty_city", "XX市有关部门配合。"), "duty_city", "XX市"),
    "××× left": (add("results", "新增×××项。"), "results", "×××"),
    "____ left": (add("results", "新增____项。"), "results", "____"),
    "XX市 in the recommender": (put("recommender", "XX省工业和信息化厅"), "recommender", "XX省"),
}
NAMES: dict[str, Fault] = {
    "another city on the cover": (put("city", "海岚市人民政府"), "city", "不一致"),
    "another organiser": (put("organiser", "海岚市人民政府"), "organiser", "不是这个市"),
    "a department organises": (put("organiser", "海岚市科学技术局"), "organiser", "不是这个市"),
    "another city in the title": (put("place", "海岚市"), "organiser", "海岚市"),
    "a county in the title": (put("place", "海岚县"), "place", "不是市或者区"),
    "a city recommends": (put("recommender", "海岚市工业和信息化局"), "recommender", "省级"),
    "a company recommends": (put("recommender", "某某有限公司"), "recommender", "省级"),
    "another department recommends": (
        put("recommender", "东江省教育厅"),
        "recommender",
        "不是工信主管部门",
    ),
    "another department is the contact": (
        lambda values: put("daily_contact", f"{values['place']}教育局")(values),
        "daily_contact",
        "不是工信主管部门",
    ),
    "the contact is of another city": (
        put("daily_contact", "海岚市工业和信息化局"),
        "daily_contact",
        "名称中没有",
    ),
}
SHAPES: dict[str, Fault] = {
    "a short mobile number": (put("contact_mobile", "1380000"), "contact_mobile", "11 位手机号"),
    "a mobile that begins with 2": (
        put("contact_mobile", "23800000000"),
        "contact_mobile",
        "11 位",
    ),
    "a number without area": (put("contact_phone", "62000000"), "contact_phone", "区号"),
    "an address without @": (put("contact_email", "lx.example.com"), "contact_email", "邮箱"),
    "too long a name": (put("contact_name", "名" * 21), "contact_name", "最多 20 字"),
    "too long an answer": (put("goals", "目标" * 5001), "goals", "最多 10000 字"),
    "a unit without name": (half_row, "units", "没有填写“单位名称”"),
    "a kind that is none": (
        lambda values: put("units", (("云岫智能公司", "事业", ""), *values["units"]))(values),
        "units",
        "写的是“事业”",
    ),
}
TICKS: dict[str, Fault] = {
    "其他 without words": (tick("focus_areas", "other"), "focus_areas", "没有写明"),
    "其他主体 without words": (tick("participants", "other"), "participants", "没有写明"),
    "no company listed": (unlist("企业", "enterprise"), "participants", "企业"),
    "no university listed": (unlist("高等学校", "university"), "participants", "高等学校"),
    "no institute listed": (unlist("科研机构", "institute"), "participants", "科研机构"),
    "no hospital listed": (unlist("医疗卫生机构", "hospital"), "participants", "医疗卫生机构"),
    "a hospital that is not ticked": (list_only("医疗卫生机构", "hospital"), "units", "没有勾选"),
    "an area of which nothing is said": (
        tick("focus_areas", "other", "深海采矿"),
        "focus_areas",
        "深海采矿",
    ),
}
PARTS: dict[str, Fault] = {
    "no coordination": (
        without("path_mechanism", "协调", "联席", "专班", "领导小组", "例会", "会商"),
        "path_mechanism",
        "工作协调机制",
    ),
    "no re-review": (without("path_mechanism", "复核"), "path_mechanism", "专家复核"),
    "no committees": (without("path_guidance", "委员会", "委员"), "path_guidance", "委员会"),
    "no host": (
        without("path_centre", "依托", "设在", "挂靠", "承建", "主体"),
        "path_centre",
        "依托机构",
    ),
    "no staff": (
        without("path_centre", "人员", "专职", "配备", "编制", "聘"),
        "path_centre",
        "人员安排",
    ),
    "no money": (
        without("path_centre", "经费", "资金", "预算", "财政"),
        "path_centre",
        "经费来源",
    ),
    "no reports": (
        without("path_network", "报送", "上报", "填报"),
        "path_network",
        "审查情况报送",
    ),
    "no warning": (without("path_network", "预警"), "path_network", "风险预警"),
    "no sharing": (
        without("path_network", "共享", "贯通", "互通", "交换", "推送", "通报"),
        "path_network",
        "信息共享",
    ),
    "the centre reviews and re-reviews": (without("path_centre", "复核"), "path_centre", "复核"),
    "the province does nothing": (
        without("duty_province", "统筹", "指导", "推荐", "组织", "协调", "牵头"),
        "duty_province",
        "统筹或指导",
    ),
    "nobody leads": (
        without("duty_city", "牵头", "负责", "管", "承担", "主管"),
        "duty_city",
        "分工",
    ),
    "units do not review": (
        without("duty_innovators", "审查", "委员会"),
        "duty_innovators",
        "审查责任",
    ),
}
CLOCKS: dict[str, Fault] = {
    "60 days to decide": (
        add("path_mechanism", "一般程序自受理之日起60日内作出审查决定。"),
        "path_mechanism",
        "60日",
    ),
    "two months to decide": (
        add("path_mechanism", "一般程序自受理之日起两个月内作出审查决定。"),
        "path_mechanism",
        "两个月",
    ),
    "full-width days to decide": (
        add("path_mechanism", "自受理之日起４５日内作出审查决定。"),
        "path_mechanism",
        "45日",
    ),
    "45 days for the re-review": (
        add("path_mechanism", "专家复核在收到申请后45日内反馈复核意见。"),
        "path_mechanism",
        "45日",
    ),
    "96 hours in an emergency": (
        add("path_mechanism", "应急审查一般在96小时内完成审查。"),
        "path_mechanism",
        "96小时",
    ),
    "five days in an emergency": (
        add("path_mechanism", "突发事件的应急审查在五日内完成。"),
        "path_mechanism",
        "五日",
    ),
    "48 hours before the re-review": (
        add("path_mechanism", "应急情况下专家复核前的工作在48小时内完成。"),
        "path_mechanism",
        "48小时",
    ),
    "tracked every 18 months": (
        add("duty_innovators", "委员会跟踪审查的间隔不超过18个月。"),
        "duty_innovators",
        "18个月",
    ),
    "tracked every two years": (
        add("duty_innovators", "每两年开展一次跟踪审查。"),
        "duty_innovators",
        "两年",
    ),
    "listed ones tracked every 12 months": (
        add("duty_innovators", "纳入复核清单的活动，跟踪审查间隔不超过12个月。"),
        "duty_innovators",
        "12个月",
    ),
    "registered after 60 days": (
        add("duty_innovators", "委员会设立后60日内完成登记。"),
        "duty_innovators",
        "60日",
    ),
    "reported in June": (
        add("duty_innovators", "每年6月30日前提交上一年度委员会工作报告。"),
        "duty_innovators",
        "6月30日",
    ),
    "three members present": (
        add("path_centre", "审查会议到会委员不少于3人。"),
        "path_centre",
        "3人",
    ),
}
DATES: dict[str, Fault] = {
    "a period that runs backwards": (
        add("schedule", "另外，2027年6月1日至2027年3月1日开展检查。"),
        "schedule",
        "先后颠倒",
    ),
    "a plan before its date": (
        add("schedule", "2020年1月5日召开动员会。"),
        "schedule",
        "2020年1月5日",
    ),
    "an application after the work": (
        put("apply_date", datetime.date(2035, 1, 1)),
        "schedule",
        "早于申报日期",
    ),
}
FAULTS = MISSING | SHORT | LEFT | NAMES | SHAPES | TICKS | PARTS | CLOCKS | DATES

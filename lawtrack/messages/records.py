"""What is wrong with a record that people edit by hand: plans, drafts, opinions."""

from __future__ import annotations

from typing import Final

MESSAGES: Final = {
    "records.no-file": ("读不到文件 {file}：{reason}", "Cannot read the file {file}: {reason}"),
    "records.not-utf8": (
        "文件 {file} 不是 UTF-8 编码。请用编辑器另存为 UTF-8 后重试。",
        "The file {file} is not UTF-8. Save it as UTF-8 in your editor and try again.",
    ),
    "records.not-yaml": (
        "{file} 第 {line} 行不是合法的 YAML（{problem}）。请检查该行的缩进、冒号和引号。",
        "{file}, line {line} is not YAML ({problem}). Check indentation, colons and quotes of that line.",
    ),
    "records.anchor": (
        "{file} 第 {line} 行用了锚点或引用（& *）。请把内容直接写出来。",
        "{file}, line {line} uses an anchor or alias (& *). Write the content out.",
    ),
    "records.key": (
        "{file} 第 {line} 行的字段“{key}”重复，或者不是文字。请只保留一个。",
        "{file}, line {line}: the field {key!r} stands twice, or is no text. Keep one.",
    ),
    "records.no-mapping": (
        "{file} 应当是“字段: 值”的形式，每个字段一行，如 {example}。",
        "{file} should hold fields, one a line, such as {example}",
    ),
    "records.invalid": (
        "{file} 第 {line} 行，字段 {field}：{problem}",
        "{file}, line {line}, field {field}: {problem}",
    ),
    "records.missing-field": ("必填，请补上这个字段。", "this field is required; add it."),
    "records.extra-field": (
        "没有这个字段，请检查拼写或者删去。可用的字段：{known}。",
        "there is no such field; check the spelling, or remove it. The fields are: {known}.",
    ),
    "records.one-of": ("“{value}”不在可选值之内，只能是：{allowed}。", "{value!r} is not one of {allowed}."),
    "records.not-text": (
        "应当是文字，不能是列表或者下级字段。",
        "should be text, not a list or fields of its own.",
    ),
    "records.not-list": (
        "应当是列表，每项一行，以“- ”开头。",
        "should be a list, one entry a line, each after `- `.",
    ),
    "records.not-fields": (
        "应当是下级字段，每个一行，如 date: 2020-07-30。",
        "should hold fields of its own, one a line.",
    ),
    "records.not-number": ("“{value}”应当是整数。", "{value!r} should be a whole number."),
    "records.not-yes-no": ("“{value}”应当是 true 或者 false。", "{value!r} should be true or false."),
    "records.too-long": (
        "太长，最多 {longest} 个字。",
        "is too long; {longest:character|characters} at most.",
    ),
    "records.empty": ("不能为空，请填写。", "must not be empty."),
    "records.not-kebab": (
        "“{value}”只能用小写英文、数字和连字符，如 city-ordinance。",
        "{value!r} may have only lower-case letters, digits and hyphens, such as city-ordinance.",
    ),
    "records.wrong-value": (
        "“{value}”的写法不对，请照其他同类文件改。",
        "{value!r} is not right; see another file of the kind.",
    ),
    "records.no-place": (
        "{file} 里已没有“{place}”这一处，值放不进去。请直接改文件，再决定用现有的。",
        "{file} no longer has the place {place!r}, so the value cannot be put there. Edit the file, then keep what stands.",
    ),
    "records.no-value": (
        "“{value}”不能写进 {file}。",
        "{value!r} cannot be written into {file}.",
    ),
}

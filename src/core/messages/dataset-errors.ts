import { sentence } from './sentence.ts';

interface AtByte {
  file: string;
  offset: number;
}

const quoted = (name: string) => JSON.stringify(name);

/** Errors of dataset.json and of regions given by hand; `offset` counts characters. */
export const datasetErrors = {
  jsonInvalid: sentence<AtByte & { line: number; column: number }>(
    ({ file, line, column }) =>
      `${file} is not valid JSON: line ${line}, column ${column} was not expected there; mend it there, it is often a comma or a quotation mark.`,
    ({ file, line, column }) =>
      `${file} 不是有效的 JSON：第 ${line} 行第 ${column} 列有误；请修正该处，常见原因是逗号或引号。`,
  ),
  jsonTooLarge: sentence<AtByte & { bytes: number }>(
    ({ file, bytes }) =>
      `${file} has ${bytes.toLocaleString('en-US')} bytes, far more than a dataset.json should; open nnU-Net's own dataset.json.`,
    ({ file, bytes }) =>
      `${file} 有 ${bytes.toLocaleString('en-US')} 字节，远超 dataset.json 应有的大小；请打开 nnU-Net 的 dataset.json。`,
  ),
  jsonNotObject: sentence<AtByte & { found: string }>(
    ({ file, found }) =>
      `${file} holds ${found}, where an object { } with "labels" was expected; open nnU-Net's dataset.json.`,
    ({ file, found }) =>
      `${file} 的内容是 ${found}，应为含有 "labels" 的对象 { }；请打开 nnU-Net 的 dataset.json。`,
  ),
  datasetNoLabels: sentence<AtByte & { keys: readonly string[] }>(
    ({ file, keys }) =>
      `${file} has no "labels" object${keys.length ? ` (found ${keys.slice(0, 8).join(', ')})` : ''}; open nnU-Net's dataset.json or add "labels".`,
    ({ file, keys }) =>
      `${file} 中没有 "labels" 对象${keys.length ? `（现有 ${keys.slice(0, 8).join('、')}）` : ''}；请打开 nnU-Net 的 dataset.json 或补充 "labels"。`,
  ),
  datasetNoBackground: sentence<AtByte>(
    ({ file }) =>
      `${file}: "labels" has no "background", which nnU-Net requires to be 0; add "background": 0.`,
    ({ file }) => `${file}："labels" 中没有 "background"，nnU-Net 要求其为 0；请添加 "background": 0。`,
  ),
  datasetBackgroundNotZero: sentence<AtByte & { found: string }>(
    ({ file, found }) =>
      `${file}: "background" is ${found}, but nnU-Net requires 0; renumber the labels so that 0 is background.`,
    ({ file, found }) =>
      `${file}："background" 为 ${found}，而 nnU-Net 要求为 0；请重新编号标签，使 0 为背景。`,
  ),
  datasetValueBad: sentence<AtByte & { name: string; found: string }>(
    ({ file, name, found }) =>
      `${file}: label ${quoted(name)} is ${found}, where an integer of 0 or more, or a list of them, was expected; mend that entry.`,
    ({ file, name, found }) =>
      `${file}：标签 ${quoted(name)} 的值为 ${found}，应为非负整数或其列表；请修正该项。`,
  ),
  datasetValueTwice: sentence<AtByte & { first: string; second: string; found: string }>(
    ({ file, first, second, found }) =>
      `${file}: ${quoted(first)} and ${quoted(second)} both stand for ${found}; give each its own value or remove one.`,
    ({ file, first, second, found }) =>
      `${file}：${quoted(first)} 与 ${quoted(second)} 都对应 ${found}；请为其分配不同的值或删除其一。`,
  ),
  datasetNameTwice: sentence<AtByte & { name: string }>(
    ({ file, name }) =>
      `${file}: ${quoted(name)} stands twice in the same object; remove or rename one of the two.`,
    ({ file, name }) => `${file}：${quoted(name)} 在同一对象中出现两次；请删除或重命名其一。`,
  ),
  datasetIgnoreBad: sentence<AtByte & { found: string }>(
    ({ file, found }) =>
      `${file}: "ignore" is ${found}, where one integer that no other label uses was expected; set it to the highest label plus 1.`,
    ({ file, found }) => `${file}："ignore" 为 ${found}，应为其他标签未使用的单个整数；请设为最大标签加 1。`,
  ),
  regionsOrderMissing: sentence<AtByte & { regions: number }>(
    ({ file, regions }) =>
      `${file} has ${regions} regions but no "regions_class_order"; add a list that names, for each region, the label written where it is predicted.`,
    ({ file, regions }) =>
      `${file} 定义了 ${regions} 个区域，但没有 "regions_class_order"；请添加一个列表，为每个区域给出其预测处写入的标签。`,
  ),
  regionsOrderBad: sentence<AtByte & { regions: number; found: string }>(
    ({ file, regions, found }) =>
      `${file}: "regions_class_order" is ${found}, where a list of ${regions} integers was expected, one for each region in the order of "labels"; mend it.`,
    ({ file, regions, found }) =>
      `${file}："regions_class_order" 为 ${found}，应为 ${regions} 个整数的列表，按 "labels" 的顺序每个区域一个；请修正。`,
  ),
  regionOptionBad: sentence<{ text: string }>(
    ({ text }) =>
      `${quoted(text)} does not define a region: a name, "=" and labels were expected, as in whole_tumor=1,2,3; join several with ";".`,
    ({ text }) =>
      `${quoted(text)} 不是有效的区域定义：应为名称、"=" 和标签，如 whole_tumor=1,2,3；多个区域用 ";" 分隔。`,
  ),
  regionOptionTwice: sentence<{ first: string; second: string }>(
    ({ first, second }) =>
      `The regions ${quoted(first)} and ${quoted(second)} have the same name or the same labels; remove or change one of them.`,
    ({ first, second }) => `区域 ${quoted(first)} 与 ${quoted(second)} 的名称或标签相同；请删除或修改其一。`,
  ),
} as const;

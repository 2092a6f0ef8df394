"""What argparse and the operating system say, in Chinese."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "Directory not empty": "文件夹非空",
    "File exists": "文件已存在",
    "File name too long": "文件名过长",
    "Is a directory": "是文件夹",
    "No space left on device": "磁盘已满",
    "No such file or directory": "文件或文件夹不存在",
    "Not a directory": "不是文件夹",
    "Permission denied": "没有权限",
    "Read-only file system": "文件系统只读",
    "expected at least one argument": "至少需要一个值",
    "expected at most one argument": "最多一个值",
    "expected one argument": "需要一个值",
    "expected {number} arguments": "需要{number}个值",
    "ignored explicit argument '{text}'": "不带值，多写了“{text}”",
    "invalid choice: '{text}' (choose from {words})": "“{text}”不可选；可选 {words}",
    "not allowed with argument {option}": "不能与 {option} 同用",
    "the following arguments are required: {words}": "缺少：{words}",
    "unrecognized arguments: {words}": "无法识别：{words}",
}

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
    "expected one argument": "需要一个值",
    "expected 2 arguments": "需要2个值",
    "ignored explicit argument {text!r}": "不带值，多写了“{text}”",
    "not allowed with argument --json": "不能与 --json 同用",
    "not allowed with argument --quiet": "不能与 --quiet 同用",
}

"""Messages about map layers and drawings, in Chinese."""

from __future__ import annotations

MESSAGES: dict[str, str] = {
    "there is no layer '{only}'; it has {names}": "没有图层“{only}”；现有 {names}",
    "cannot be read as {sort}: {reason}": "无法按 {sort} 读取：{reason}",
    "its layers are held in several systems; name one with --layer": "各图层采用不同的坐标系；请用 --layer 指明其一",
    "{count} of layer '{layer}' have no shape": "图层“{layer}”中有{count}条记录没有图形",
    "{path} has no .cpg file that says how its letters are written; read as {encoding} it says '{name}'":
        "{path} 旁无注明编码的 .cpg 文件；按 {encoding} 读取，如“{name}”",
    "it is held in {system}, which is not read here; save it in WGS 84 (EPSG:4326) with your GIS":
        "其坐标系为 {system}，此处不能读取；请在 GIS 中另存为 WGS 84（EPSG:4326）",
    "{count} things on layers that are off or frozen are not read": "关闭或冻结图层上的{count}个对象未读取",
    "not read: {names}": "未读取：{names}",
    "{count} texts stand further than {near} m from any shape, such as '{text}'":
        "{count}处文字距所有图形均超过 {near} m，如“{text}”",
    "the drawing says that it counts {said}": "图纸注明单位为 {said}",
    "the drawing says that it counts {said}; read in {unit} all the same": "图纸注明单位为 {said}；仍按 {unit} 读取",
    "the drawing does not say its unit ($INSUNITS is 0); write --unit m or --unit mm, as it was drawn":
        "图纸未注明单位（$INSUNITS 为 0）；请按绘图单位写 --unit m 或 --unit mm",
    "the drawing says that its letters are Western European; read as {encoding} it says '{name}'":
        "图纸注明文字为西欧编码；按 {encoding} 读取，如“{name}”",
    "{path} does not say where on earth x and y begin; write origin: with its degrees there, or --datum local for "
    "shapes that count from the same zero":
        "{path} 未注明 x、y 的原点在何处；请在其中写 origin: 及其经纬度；若图形也以同一原点计，请写 --datum local",
    "{path} has its places on earth; name the grid of the layer's metres with --datum, such as cgcs2000-gk-108":
        "{path} 的位置为大地坐标；请用 --datum 指明图层的平面坐标系，如 cgcs2000-gk-108",
    "{shape} may be {names}; give it the id of one of them": "{shape} 可对应 {names}；请改用其中之一的编号",
    "{count} shapes of one sort are called so ({shapes}); join them into one, or rename all but one":
        "有{count}个同类图形同名（{shapes}）；请合并为一个，或只保留一个用此名",
    "{shape} is neither point nor line nor area": "{shape} 既非点、线，也非面",
    "{shape} is drawn straight from end to end; no length is taken": "{shape} 只是两端的直线连线；不取其长度",
    "{shape} crosses itself, so that it has no area": "{shape} 自相交，无法得出面积",
    "{shape} has {area} m2; its shape: says more than an area and stays":
        "{shape} 面积为 {area} m2；其 shape: 不止于面积，保持不变",
    "name one file and the park that it shows, such as: {program} import geojson docs/gis/first-park.geojson --park "
    "docs/first-park/park.yaml":
        "请指明一个文件及其所示园区，例如：{program} import geojson docs/gis/first-park.geojson --park "
        "docs/first-park/park.yaml",
    "what is read ends in {names}": "可读取的文件以 {names} 结尾",
    "goes with a drawing; a map layer counts what its datum counts": "仅用于图纸；图层的单位由其坐标系决定",
    "nothing says how its places are held; write --datum with {names}, or local for x and y of the park's own":
        "未注明位置所用坐标系；请写 --datum，取 {names}；园区自有 x、y 则取 local",
    "a drawing counts metres; name their grid, such as cgcs2000-gk-108, or local":
        "图纸以米计；请指明平面坐标系，如 cgcs2000-gk-108，或 local",
    "a drawing counts {units}, found '{text}'": "图纸单位为 {units}，而此处为“{text}”",
    "a basis is {bases}, found '{text}'": "依据为 {bases}，而此处为“{text}”",
}  # fmt: skip

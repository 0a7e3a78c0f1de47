import { parseView, readQuery, viewQuery, writeQuery } from "@needs-map/client/view/view";
import { describe, expect, test } from "vitest";

const written = (search: string) => writeQuery(viewQuery(parseView(readQuery(search))));

describe("the view in an address", () => {
  test("a bare address is the view that everything starts from", () => {
    const view = parseView({});
    expect(view).toMatchObject({
      at: null,
      by: "short",
      svc: null,
      go: "walk",
      how: "share",
      view: "both",
      sort: "short",
    });
    expect([...view.on]).toEqual(["services", "doubt"]);
    expect(viewQuery(view)).toEqual({});
  });

  test("keys come back in one order however they were written", () => {
    expect(written("?theme=dark&ward=E05001414&min=15&svc=youth-clubs&at=53.7961,-1.5412,12.3")).toBe(
      "?at=53.7961,-1.5412,12.3&svc=youth-clubs&min=15&ward=E05001414&theme=dark",
    );
  });

  test("every key survives a round", () => {
    const all =
      "?at=53.7961,-1.5412,12.3&by=both&svc=youth-clubs,libraries&age=11-17&go=car&min=20&target=2.5&how=ratio&w=age:30,imd:70&up=0&form=public,unknown&unchecked=0&on=reach,areas&ward=E05001414&service=clubs-01&view=table&sort=name&cls=jenks&theme=light";
    expect(written(all)).toBe(all);
  });

  test("start values are left out", () => {
    expect(written("?by=short&go=walk&how=share&up=30&on=services,doubt&view=both&sort=short&cls=auto")).toBe("");
  });

  test("unknown keys are dropped", () => {
    expect(written("?utm_source=mail&min=10&q=1")).toBe("?min=10");
  });

  test.each([
    "min=4",
    "min=61",
    "min=12.5",
    "min=ten",
    "target=0",
    "target=-1",
    "target=1001",
    "target=1e3",
    "age=17-11",
    "age=11",
    "age=11-91",
    "age=11-17-20",
    "go=bus",
    "how=guess",
    "decay=cubic:3",
    "decay=gaussian:-1",
    "w=imd:101",
    "w=imd:0",
    "w=IMD:50",
    "w=imd",
    "up=101",
    "by=gap",
    "at=53.8,-1.5",
    "at=99,0,10",
    "at=53.8,-1.5,10,3",
    "ward=../x",
    "svc=Youth",
    "service=../x",
    "view=list",
    "theme=blue",
    "cls=own",
  ])("%s cannot be and is read as its start value", (pair) => {
    expect(written(`?${pair}`)).toBe("");
  });

  test("no layer at all is told apart from the layers that start on", () => {
    expect(written("?on=none")).toBe("?on=none");
    expect(parseView(readQuery("?on=none")).on.size).toBe(0);
  });

  test("layers keep one order and unknown ones are dropped", () => {
    expect(written("?on=areas,needs,reach,services")).toBe("?on=services,reach,areas");
  });

  test("kinds of service keep their order, each once, and those that cannot be are dropped", () => {
    expect(written("?svc=libraries,Youth,advice,libraries")).toBe("?svc=libraries,advice");
    expect(parseView(readQuery("?svc=libraries,advice"))).toMatchObject({ svc: "libraries", also: ["advice"] });
    expect(viewQuery({ ...parseView({}), svc: null, also: ["advice"] })).toEqual({});
  });

  test("legal forms keep one order, unknown ones are dropped, and all of them are none", () => {
    expect(written("?form=unknown,castle,public,public")).toBe("?form=public,unknown");
    expect(written("?form=castle")).toBe("");
    expect(written("?form=unknown,social-enterprise,community,voluntary,sme,private,public&unchecked=1")).toBe("");
  });

  test("weights are written in the order of their ids", () => {
    expect(written("?w=imd:70,age:30")).toBe("?w=age:30,imd:70");
  });

  test("the camera is rounded to what can be seen", () => {
    expect(written("?at=53.79614444,-1.54121111,12.3456")).toBe("?at=53.7961,-1.5412,12.3");
  });

  test("of a key given twice the first counts", () => {
    expect(written("?min=10&min=15")).toBe("?min=10");
  });
});

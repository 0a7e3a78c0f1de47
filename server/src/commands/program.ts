import { PLACE_ROLES } from "@needs-map/shared/contract/account";
import { Command, InvalidArgumentError, Option } from "commander";
import { ACCESS_METHODS, type AccessOptions } from "./access-options.ts";
import type { AddOptions } from "./place-add.ts";
import type { ImportOptions } from "./place-import.ts";
import type { RemoveOptions } from "./place-remove.ts";
import type { Terminal } from "./terminal.ts";
import type { UserAddOptions } from "./user-add.ts";

const JSON_HELP = "print JSON for machines";

/** The whole command line, not yet run. A command loads its own code alone: analysis needs no database. */
export function program(terminal: Terminal): Command {
  const root = new Command("needsmap")
    .description("Places and analysis of Needs Map from the command line.")
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err });

  const places = root.command("place").description("the places that are loaded").helpCommand(false);
  places
    .command("add")
    .argument("[place]", "a recipe's id (trafford), your own recipe (.json), or a council of England (E09000033)")
    .description("build a place from its files, or bring it up to date")
    .option("--mirror <folder>", "take the files from this folder instead of downloading them")
    .option("--list", "list the recipes and England's councils, and add none")
    .option("--json", JSON_HELP)
    .action(async (id: string | undefined, options: AddOptions) =>
      (await import("./place-add.ts")).placeAdd(terminal, id, options),
    );
  places
    .command("import")
    .argument("<folder>", "a folder with the council's own files: boundaries, people, services and figures")
    .description("tell what each file is, write that as a recipe, and build the place from it")
    .option("--name <name>", "the place's name, where the files do not tell it")
    .option("--id <id>", "its id, for addresses; left out: from its name")
    .option("--code <code>", "code of the council (E08000009), where files hold several")
    .option("--recipe <file>", "where the recipe is kept; left out: needsmap-recipe.json in the folder")
    .option("--again", "recognise the files anew and replace the recipe that is there")
    .option("--dry-run", "tell what the files are, and write nothing")
    .option("--yes", "do not ask before building")
    .option("--json", JSON_HELP)
    .action(async (folder: string, options: ImportOptions) =>
      (await import("./place-import.ts")).placeImport(terminal, folder, options),
    );
  places
    .command("list")
    .description("list the places")
    .option("--json", JSON_HELP)
    .action(async (options: { json?: boolean }) => (await import("./place-list.ts")).placeList(terminal, options));
  places
    .command("remove")
    .argument("<id>", "id of a loaded place")
    .description("remove a place and everything loaded for it")
    .option("--yes", "do not ask")
    .option("--json", JSON_HELP)
    .action(async (id: string, options: RemoveOptions) =>
      (await import("./place-remove.ts")).placeRemove(terminal, id, options),
    );

  places
    .command("versions")
    .argument("<id>", "id of a loaded place")
    .description("list the versions of a place, with what changed in each")
    .option("--json", JSON_HELP)
    .action(async (id: string, options: { json?: boolean }) =>
      (await import("./place-versions.ts")).placeVersions(terminal, id, options),
    );
  places
    .command("restore")
    .argument("<id>", "id of a loaded place")
    .argument("<version>", "number of the version to read again", version)
    .description("go back to an earlier version; the later ones stay")
    .option("--json", JSON_HELP)
    .action(async (id: string, number: number, options: { json?: boolean }) =>
      (await import("./place-versions.ts")).placeRestore(terminal, id, number, options),
    );

  root
    .command("user")
    .description("the people who have an account")
    .helpCommand(false)
    .command("add")
    .argument("<email>", "their e-mail address")
    .description("give somebody an account and a role for a place; residents need none")
    .option("--name <name>", "their name")
    .option("--place <id>", "id of a loaded place")
    .addOption(new Option("--role <role>", "what they may do there").choices(PLACE_ROLES))
    .option("--ward <code...>", "the wards that a councillor stands for")
    .option("--platform-administrator", "may do everything in every place")
    .option("--password", "ask for a password; without it they sign in by a link sent by e-mail")
    .option("--json", JSON_HELP)
    .action(async (email: string, options: UserAddOptions) =>
      (await import("./user-add.ts")).userAdd(terminal, email, options),
    );
  root
    .command("audit")
    .description("every change, and every look at contact details")
    .helpCommand(false)
    .command("verify")
    .description("check that no row of it was changed or taken out")
    .option("--json", JSON_HELP)
    .action(async (options: { json?: boolean }) => (await import("./audit-verify.ts")).auditVerify(terminal, options));

  const analyse = root.command("analyse").description("the engine on your own tables").helpCommand(false);
  analyse
    .command("access")
    .description("access to services on your own tables; prints id,access")
    .requiredOption("--demand <file>", "CSV id,value: people")
    .requiredOption("--supply <file>", "CSV id,value: places, or 1 a site")
    .requiredOption("--cost <file>", "CSV origin,destination,cost; a pair not listed cannot be travelled")
    .addOption(new Option("--method <method>", "measure").choices(ACCESS_METHODS).makeOptionMandatory())
    .option("--decay <decay>", "binary:30, step:10=1,20=.68, gaussian:σ, exponential:β or power:scale,exponent,least")
    .option("--max <cost>", "longest cost that counts, inclusive", cost)
    .option("--tau <cost>", "for raam: cost of a journey that weighs as much as average crowding", cost)
    .option("--json", JSON_HELP)
    .action(async (options: AccessOptions) => (await import("./analyse-access.ts")).analyseAccess(terminal, options));
  return root;
}

function version(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError("Write the number of a version.");
  return value;
}

function cost(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value) || value < 0)
    throw new InvalidArgumentError("Write a number of 0 or more.");
  return value;
}

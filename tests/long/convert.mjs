// Converts folders of metadata with the vendor's own library: `node convert.mjs < jobs.json`, in the folder that has the library.
// A job says {from, to, format, presets}; `format` is `metadata` or `source`. Prints the versions, and how many components of
// each type each job has converted.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(`${process.cwd()}/`);
const library = '@salesforce/source-deploy-retrieve';
const { ComponentSet, MetadataConverter, RegistryAccess } = require(library);
const { getEffectiveRegistry } = require(`${library}/lib/src/registry/variants`);

const registries = {};
const jobs = [];
for (const { from, to, format, presets } of JSON.parse(readFileSync(0, 'utf8'))) {
  const chosen = presets.map(name => require(`${library}/lib/src/registry/presets/${name}.json`));
  const registry = (registries[presets] ??= new RegistryAccess(getEffectiveRegistry({ presets: chosen })));
  const set = ComponentSet.fromSource({ fsPaths: [from], registry });
  set.sourceApiVersion = '63.0'; // else it asks on the network for the newest one
  const output = { type: 'directory', outputDirectory: to, genUniqueDir: false };
  const { converted } = await new MetadataConverter(registry).convert(set, format, output);
  const types = {};
  for (const { type } of converted) types[type.name] = (types[type.name] ?? 0) + 1;
  jobs.push(types);
}
const { version } = require(`${library}/package.json`);
console.log(JSON.stringify({ library: version, node: process.versions.node, jobs }));

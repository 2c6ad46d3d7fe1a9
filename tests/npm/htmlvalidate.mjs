// Files of HTML, as html-validate judges them. Says what is wrong, and nothing
// when all is well.
import { readFileSync } from 'node:fs';
import { HtmlValidate } from 'html-validate';

const judge = new HtmlValidate({ extends: ['html-validate:recommended'] });
for (const path of process.argv.slice(2)) {
  const { results } = await judge.validateString(readFileSync(path, 'utf8'));
  for (const { messages } of results)
    for (const { line, column, ruleId, message } of messages)
      console.log(`${path}:${line}:${column}: ${message} (${ruleId})`);
}

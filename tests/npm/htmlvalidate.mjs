// Files of HTML, as html-validate judges them. Says what is wrong, and ends with
// status 1 then.
import { readFileSync } from 'node:fs';
import { HtmlValidate } from 'html-validate';

// A title is as long as that of the article.
const judge = new HtmlValidate({
  extends: ['html-validate:recommended'], rules: { 'long-title': 'off' },
});
for (const path of process.argv.slice(2)) {
  const { results } = await judge.validateString(readFileSync(path, 'utf8'));
  for (const { messages } of results)
    for (const { line, column, ruleId, message } of messages) {
      console.log(`${path}:${line}:${column}: ${message} (${ruleId})`);
      process.exitCode = 1;
    }
}

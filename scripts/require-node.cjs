// Old syntax on purpose: this must run, and speak, on any Node.
var wanted = 24;
var have = Number(process.versions.node.split('.')[0]);
if (have < wanted) {
  console.error(
    'This project runs on Node ' +
      wanted +
      ', which npm installs beside it as the package "node".\n' +
      'Here it is Node ' +
      process.versions.node +
      ': the install script of that package has not run.\n' +
      'Run:  npm ci --ignore-scripts=false',
  );
  process.exit(1);
}

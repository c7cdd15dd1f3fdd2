import { describeInNode } from '../src/describe-in-node.js'
import { createExpressApp } from '../src/express-app.js'
import { createLambdaApp } from '../src/lambda-app.js'
import { createNextApp } from '../src/next-app.js'
import { startStage } from '../src/start-stage.js'

describeInNode('Express', () => startStage(createExpressApp))
describeInNode('Next', () => startStage(createNextApp))
describeInNode('Lambda', () => startStage(createLambdaApp))
